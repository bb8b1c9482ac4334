# want: fail private
# want: fail logged
# want: fail versioned
# want: pass retained
# want: fail locked
resource "aws_cloudtrail" "bare" {
  name           = "bare"
  s3_bucket_name = aws_s3_bucket.bare.id
}

resource "aws_s3_bucket" "bare" {
  bucket = "clinic-bare"
}

# want: fail private
# want: pass logged
# want: fail versioned
# want: fail retained
# want: fail locked
resource "aws_cloudtrail" "weak" {
  name           = "weak"
  s3_bucket_name = aws_s3_bucket.weak.id
}

resource "aws_s3_bucket" "weak" {
  bucket = "clinic-weak"
}

resource "aws_s3_bucket_public_access_block" "weak" {
  bucket            = aws_s3_bucket.weak.id
  block_public_acls = true
}

resource "aws_s3_bucket_logging" "weak" {
  bucket        = aws_s3_bucket.weak.id
  target_bucket = "organisation-access-logs"
  target_prefix = "weak/"
}

resource "aws_s3_bucket_versioning" "weak" {
  bucket = aws_s3_bucket.weak.id

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "weak" {
  bucket = aws_s3_bucket.weak.id

  rule {
    id     = "short"
    status = "Enabled"
    filter {}

    expiration {
      days = 365
    }
  }
}

resource "aws_s3_bucket_object_lock_configuration" "weak" {
  bucket = aws_s3_bucket.weak.id
}

resource "aws_dynamodb_table" "appointments" {
  name         = "appointments"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = { DataClass = "PHI" }

  attribute {
    name = "id"
    type = "S"
  }
}
