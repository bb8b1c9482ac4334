resource "aws_ssm_document" "restart" {
  for_each      = toset(["All", "444455556666,all"])
  name          = "restart"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", description = "Restarts the portal", mainSteps = [] })

  permissions = {
    type        = "Share"
    account_ids = each.key
  }
}
