# A bucket without PHI may rely on the account's block.
resource "aws_s3_bucket" "website" {
  bucket = "clinic-website"
}

# A bucket with PHI needs one of its own.
# want: fail
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_account_public_access_block" "account" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
