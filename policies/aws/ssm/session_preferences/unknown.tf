variable "settings" {
  type = string
}

variable "name" {
  type = string
}

resource "aws_ssm_document" "settings" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content       = var.settings
}

resource "aws_ssm_document" "name" {
  name          = var.name
  document_type = "Session"
  content       = jsonencode({ schemaVersion = "1.0", sessionType = "Standard_Stream", inputs = {} })
}

# Whoever starts a session fills these in.
resource "aws_ssm_document" "parameters" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    parameters    = { group = { type = "String" }, key = { type = "String" }, idle = { type = "String" } }
    inputs        = { cloudWatchLogGroupName = "{{ group }}", kmsKeyId = "{{ key }}", idleSessionTimeout = "{{ idle }}" }
  })
}
