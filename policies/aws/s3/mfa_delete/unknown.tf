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

resource "aws_flow_log" "logs" {
  vpc_id               = "vpc-0a1b2c3d4e5f60718"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.logs.arn
}
