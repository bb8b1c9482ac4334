resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "this" {
  key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"
}
