variable "mode" {
  type = string
}

variable "mfa" {
  type = string
}

resource "aws_s3_bucket" "trail" {
  bucket              = "clinic-trail"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "trail" {
  bucket = aws_s3_bucket.trail.id

  rule {
    default_retention {
      mode = var.mode
      days = 365
    }
  }
}

resource "aws_cloudtrail" "trail" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "logs" {
  bucket = "clinic-logs"
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = var.mfa
  }
}

resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "trail"
}
