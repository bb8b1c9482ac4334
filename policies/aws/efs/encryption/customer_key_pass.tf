resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

resource "aws_efs_file_system" "records" {
  creation_token = "records"
  encrypted      = true
  kms_key_id     = aws_kms_key.records.arn
}
