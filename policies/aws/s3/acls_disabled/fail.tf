# want: fail enforced
# want: pass acl
resource "aws_s3_bucket" "preferred" {
  bucket = "clinic-preferred"
}

resource "aws_s3_bucket_ownership_controls" "preferred" {
  bucket = aws_s3_bucket.preferred.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

# want: fail acl
resource "aws_s3_bucket" "acl" {
  bucket = "clinic-acl"
}

resource "aws_s3_bucket_acl" "acl" {
  bucket = "clinic-acl"
  acl    = "private"
}

# The form from before version 4 of the provider.
# want: fail acl
resource "aws_s3_bucket" "inline" {
  bucket = "clinic-inline"
  acl    = "private"
}

# S3 delivers access logs by the bucket's policy, too.
# want: fail acl
resource "aws_s3_bucket" "logs" {
  bucket = "clinic-logs"
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = "log-delivery-write"
}

resource "aws_s3_bucket_logging" "acl" {
  bucket        = aws_s3_bucket.acl.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "acl"
}
