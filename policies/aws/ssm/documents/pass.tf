resource "aws_ssm_document" "restart" {
  name          = "restart"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", description = "Restarts the portal", mainSteps = [] })
}

variable "partners" {
  type    = list(string)
  default = ["444455556666", "777788889999"]
}

resource "aws_ssm_document" "intake" {
  name          = "intake"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", description = "Fetches results", mainSteps = [] })

  permissions = {
    type        = "Share"
    account_ids = join(",", var.partners)
  }
}
