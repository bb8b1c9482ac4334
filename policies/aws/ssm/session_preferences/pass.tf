resource "aws_kms_key" "sessions" {
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "sessions" {
  name              = "/ssm/sessions"
  retention_in_days = 2192
}

resource "aws_ssm_document" "preferences" {
  name            = "SSM-SessionManagerRunShell"
  document_type   = "Session"
  document_format = "JSON"
  content = jsonencode({
    schemaVersion = "1.0"
    description   = "How sessions are kept"
    sessionType   = "Standard_Stream"
    inputs = {
      kmsKeyId                    = aws_kms_key.sessions.arn
      cloudWatchLogGroupName      = aws_cloudwatch_log_group.sessions.name
      cloudWatchEncryptionEnabled = true
      idleSessionTimeout          = "15"
      runAsEnabled                = false
    }
  })
}

# As YAML, with S3.
resource "aws_ssm_document" "yaml" {
  name            = "SSM-SessionManagerRunShell"
  document_type   = "Session"
  document_format = "YAML"
  content         = <<-EOT
    schemaVersion: "1.0"
    sessionType: Standard_Stream
    inputs:
      s3BucketName: clinic-sessions
      s3EncryptionEnabled: true
      kmsKeyId: alias/sessions
      idleSessionTimeout: "5"
  EOT
}

# Not the preferences.
# want: not_applicable
resource "aws_ssm_document" "restart" {
  name          = "restart"
  document_type = "Command"
  content = jsonencode({
    schemaVersion = "2.2"
    mainSteps     = [{ action = "aws:runShellScript", name = "restart", inputs = { runCommand = ["systemctl restart portal"] } }]
  })
}
