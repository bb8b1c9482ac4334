variable "encrypted" {
  type    = bool
  default = false
}

# want: fail encrypted
resource "aws_efs_file_system" "omitted" {
  creation_token = "omitted"
}

# want: fail encrypted
# want: not_applicable customer_key
resource "aws_efs_file_system" "off" {
  creation_token = "off"
  encrypted      = var.encrypted
}

# want: pass encrypted
# want: fail customer_key
resource "aws_efs_file_system" "default_key" {
  creation_token = "studies"
  encrypted      = true

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_efs_file_system" "key_of_aws" {
  creation_token = "thumbnails"
  encrypted      = true
  kms_key_id     = "arn:aws:kms:us-east-1:111122223333:alias/aws/elasticfilesystem"

  tags = { HIPAA = "true" }
}

# want: fail encrypted
# want: fail customer_key
resource "aws_efs_file_system" "neither" {
  creation_token = "phi-archive"
  encrypted      = false

  tags = { Purpose = "PHI archive" }
}
