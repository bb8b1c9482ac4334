resource "aws_ssm_parameter" "api_key" {
  name  = "/portal/api_key"
  type  = "String"
  value = "only-in-the-emulator"

  description = join("", ["Asked for by J. Roe, MRN ", "48", "239", "91"])
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

resource "aws_ssm_document" "SSM-SessionManagerRunShell" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    description   = "How sessions are kept"
    sessionType   = "Standard_Stream"
    inputs        = { kmsKeyId = "", s3BucketName = "", idleSessionTimeout = "20" }
  })
}
