# Nothing is declared.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

# Keys of S3.
resource "aws_s3_bucket" "scans" {
  bucket = "clinic-scans"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "scans" {
  bucket = aws_s3_bucket.scans.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# The key that AWS manages, by omission and by name.
resource "aws_s3_bucket" "managed" {
  for_each = { implied = null, named = "alias/aws/s3" }
  bucket   = "clinic-${each.key}"
  tags     = { DataClass = "PHI" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "managed" {
  for_each = { implied = null, named = "alias/aws/s3" }
  bucket   = aws_s3_bucket.managed[each.key].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = each.value
    }
  }
}

# Advice only: nothing says that it holds PHI.
resource "aws_s3_bucket" "website" {
  bucket = "clinic-website"
}
