resource "aws_s3_bucket" "bare" {
  bucket = "clinic-bare"
}

resource "aws_s3_bucket" "half" {
  bucket = "clinic-half"
}

resource "aws_s3_bucket_public_access_block" "half" {
  bucket              = aws_s3_bucket.half.id
  block_public_acls   = true
  block_public_policy = true
  ignore_public_acls  = false
}
