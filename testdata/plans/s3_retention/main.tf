# PHI, and no word about how long it is kept.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-phi-records"
}

resource "aws_s3_bucket" "disabled" {
  bucket = "clinic-phi-disabled"
}

resource "aws_s3_bucket_lifecycle_configuration" "disabled" {
  bucket = aws_s3_bucket.disabled.id

  rule {
    id     = "retention"
    status = "Disabled"
    filter {}

    expiration {
      days = 2190
    }
  }
}

resource "aws_s3_bucket" "early" {
  bucket = "clinic-phi-early"
}

resource "aws_s3_bucket_lifecycle_configuration" "early" {
  bucket = aws_s3_bucket.early.id

  dynamic "rule" {
    for_each = { scans = 2190, letters = 365 }
    content {
      id     = rule.key
      status = "Enabled"

      filter {
        prefix = "${rule.key}/"
      }

      expiration {
        days = rule.value
      }
    }
  }
}

# From this day on every object goes, however young.
resource "aws_s3_bucket" "date" {
  bucket = "clinic-phi-date"
}

resource "aws_s3_bucket_lifecycle_configuration" "date" {
  bucket = aws_s3_bucket.date.id

  rule {
    id     = "migration"
    status = "Enabled"
    filter {}

    expiration {
      date = "2030-01-01T00:00:00Z"
    }
  }
}

resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"

  lifecycle_rule {
    enabled = true

    expiration {
      days = 400
    }
  }
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "flow_logs" {
  bucket = "clinic-flow-logs"
}

resource "aws_s3_bucket_lifecycle_configuration" "flow_logs" {
  bucket = aws_s3_bucket.flow_logs.id

  rule {
    id     = "short"
    status = "Enabled"
    filter {}

    expiration {
      days = 30
    }
  }
}

resource "aws_flow_log" "main" {
  log_destination      = aws_s3_bucket.flow_logs.arn
  log_destination_type = "s3"
  traffic_type         = "ALL"
  vpc_id               = "vpc-0123456789abcdef0"
}
