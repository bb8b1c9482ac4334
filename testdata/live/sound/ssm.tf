resource "aws_kms_key" "parameters" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_ssm_parameter" "db_password" {
  name   = "/clinic/db_password"
  type   = "SecureString"
  key_id = aws_kms_key.parameters.arn
  value  = "only-in-the-emulator"
}

resource "aws_ssm_document" "restart" {
  name          = "restart"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })
}
