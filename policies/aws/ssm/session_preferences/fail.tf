# What the console writes when nothing is chosen.
resource "aws_ssm_document" "silent" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName                = ""
      s3EncryptionEnabled         = true
      cloudWatchLogGroupName      = ""
      cloudWatchEncryptionEnabled = true
      idleSessionTimeout          = "20"
      kmsKeyId                    = ""
    }
  })
}

resource "aws_ssm_document" "empty" {
  name            = "SSM-SessionManagerRunShell"
  document_type   = "Session"
  document_format = "YAML"
  content         = <<-EOT
    schemaVersion: "1.0"
    sessionType: Standard_Stream
    inputs: {}
  EOT
}

# want: pass logged
# want: pass encrypted
# want: fail idle
resource "aws_ssm_document" "patient" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { s3BucketName = "clinic-sessions", kmsKeyId = "alias/sessions", idleSessionTimeout = "60" }
  })
}

# want: fail logged
# want: pass encrypted
# want: pass idle
resource "aws_ssm_document" "unlogged" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { kmsKeyId = "alias/sessions", idleSessionTimeout = "10" }
  })
}
