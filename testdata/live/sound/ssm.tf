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

resource "aws_ssm_document" "SSM-SessionManagerRunShell" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    description   = "How sessions are kept"
    sessionType   = "Standard_Stream"
    inputs        = { kmsKeyId = "alias/sessions", cloudWatchLogGroupName = "sessions", idleSessionTimeout = "15" }
  })
}
