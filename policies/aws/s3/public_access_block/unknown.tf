variable "restrict" {
  type = bool
}

variable "bucket" {
  type = string
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_public_access_block" "records" {
  bucket                  = aws_s3_bucket.records.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = var.restrict
}

# Whether a block in the set is this bucket's is not known.
resource "aws_s3_bucket" "other" {
  bucket = "clinic-other"
}

# It certainly blocks public access to whichever bucket the variable names.
# want: pass
resource "aws_s3_bucket_public_access_block" "other" {
  bucket                  = var.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
