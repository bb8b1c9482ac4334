# whole-account
resource "aws_s3_bucket" "reports" {
  bucket = "clinic-reports"
}

# A block for one bucket says nothing of the next.
resource "aws_s3_bucket_public_access_block" "reports" {
  bucket = aws_s3_bucket.reports.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
