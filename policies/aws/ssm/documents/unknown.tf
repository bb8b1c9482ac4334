variable "accounts" {
  type = string
}

resource "aws_ssm_document" "restart" {
  name          = "restart"
  document_type = "Command"
  content       = "{}"

  permissions = {
    type        = "Share"
    account_ids = var.accounts
  }
}
