variable "encrypted" {
  type    = bool
  default = true
}

resource "aws_kms_key" "files" {
  description         = "Shared files"
  enable_key_rotation = true
}

resource "aws_efs_file_system" "scratch" {
  creation_token = "scratch"
  encrypted      = var.encrypted

  tags = { Name = "scratch" }
}

resource "aws_efs_file_system" "thumbnails" {
  creation_token = "thumbnails"
  encrypted      = true
  kms_key_id     = aws_kms_key.files.arn

  tags = { DataClass = "PHI" }
}

resource "aws_efs_file_system" "studies" {
  for_each = toset(["ct", "mr"])

  creation_token = "studies-${each.key}"
  encrypted      = true
  kms_key_id     = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"

  tags = { HIPAA = "true" }
}
