resource "aws_s3_bucket" "records" {
  bucket              = "clinic-records"
  object_lock_enabled = true
  tags                = { DataClass = "PHI" }
}

resource "aws_s3_bucket_object_lock_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 90
    }
  }
}

# The form from before version 4 of the provider.
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-phi-letters"

  object_lock_configuration {
    object_lock_enabled = "Enabled"

    rule {
      default_retention {
        mode  = "COMPLIANCE"
        years = 1
      }
    }
  }
}

resource "aws_s3_bucket" "audit" {
  bucket              = "clinic-audit"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "audit" {
  bucket = aws_s3_bucket.audit.id

  rule {
    default_retention {
      mode  = "COMPLIANCE"
      years = 6
    }
  }
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.audit.id
}

# What AWS Config records is not delivered into a default retention.
# want: not_applicable locked
# want: not_applicable compliance
resource "aws_s3_bucket" "config" {
  bucket = "clinic-config"
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = aws_s3_bucket.config.id
}

# Nor are access logs, also where they tell who read PHI.
# want: not_applicable locked
# want: not_applicable compliance
resource "aws_s3_bucket" "access_logs" {
  bucket = "clinic-access-logs"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_logging" "records" {
  bucket        = aws_s3_bucket.records.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "records/"
}

# want: not_applicable locked
# want: not_applicable compliance
resource "aws_s3_bucket" "website" {
  bucket = "clinic-website"
}
