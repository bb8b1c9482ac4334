resource "aws_ssm_parameter" "api_key" {
  name  = "/portal/api_key"
  type  = "String"
  value = "only-in-the-emulator"
}

resource "aws_ssm_document" "shared" {
  name          = "shared"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })

  permissions = {
    type        = "Share"
    account_ids = "All"
  }
}
