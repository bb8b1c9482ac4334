variable "key" {}

variable "bucket" {}

resource "aws_ebs_volume" "inner" {
  availability_zone = "us-east-1a"
  kms_key_id        = var.key
}

resource "aws_s3_bucket_public_access_block" "inner" {
  bucket            = var.bucket
  block_public_acls = true
}

output "key" {
  value = aws_ebs_volume.inner.kms_key_id
}
