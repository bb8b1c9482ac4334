resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_lifecycle_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    id     = "retention"
    status = "Enabled"
    filter {}

    transition {
      days          = 90
      storage_class = "GLACIER"
    }

    expiration {
      days = 2190
    }

    noncurrent_version_expiration {
      noncurrent_days = 2190
    }
  }

  # Not in use.
  rule {
    id     = "trial"
    status = "Disabled"
    filter {}

    expiration {
      days = 30
    }
  }
}

# Kept for ever, on purpose.
resource "aws_s3_bucket" "scans" {
  bucket = "clinic-phi-scans"
}

resource "aws_s3_bucket_lifecycle_configuration" "scans" {
  bucket = aws_s3_bucket.scans.id

  rule {
    id     = "archive"
    status = "Enabled"
    filter {}

    transition {
      days          = 30
      storage_class = "INTELLIGENT_TIERING"
    }

    expiration {
      expired_object_delete_marker = true
    }
  }
}

# The form from before version 4 of the provider.
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-phi-letters"

  lifecycle_rule {
    enabled = true

    expiration {
      days = 2555
    }
  }
}

# Audit logs need no rule: without one they stay.
resource "aws_s3_bucket" "audit" {
  bucket = "clinic-audit"
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.audit.id
}

# want: not_applicable
resource "aws_s3_bucket" "website" {
  bucket = "clinic-website"
}

resource "aws_s3_bucket_lifecycle_configuration" "website" {
  bucket = aws_s3_bucket.website.id

  rule {
    id     = "previews"
    status = "Enabled"
    filter {}

    expiration {
      days = 7
    }
  }
}
