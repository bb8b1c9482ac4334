# Nothing is declared.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

# A rule without an algorithm.
resource "aws_s3_bucket" "scans" {
  bucket = "clinic-scans"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "scans" {
  bucket = aws_s3_bucket.scans.id

  rule {
    bucket_key_enabled = true
  }
}

# The configuration was switched off.
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "letters" {
  count  = 0
  bucket = aws_s3_bucket.letters.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
