# want: fail locked
# want: not_applicable compliance
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

# The lock is on, but nothing is locked by default.
resource "aws_s3_bucket" "enabled" {
  bucket              = "clinic-phi-enabled"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "enabled" {
  bucket = aws_s3_bucket.enabled.id
}

resource "aws_s3_bucket" "short" {
  bucket              = "clinic-phi-short"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "short" {
  bucket = aws_s3_bucket.short.id

  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 7
    }
  }
}

# want: pass locked
# want: fail compliance
resource "aws_s3_bucket" "governance" {
  bucket = "clinic-governance"
}

resource "aws_s3_bucket_object_lock_configuration" "governance" {
  bucket = aws_s3_bucket.governance.id

  rule {
    default_retention {
      mode  = "GOVERNANCE"
      years = 6
    }
  }
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.governance.id
}

# want: fail locked
# want: fail compliance
resource "aws_s3_bucket" "flow_logs" {
  bucket = "clinic-flow-logs"
}

resource "aws_flow_log" "main" {
  log_destination      = aws_s3_bucket.flow_logs.arn
  log_destination_type = "s3"
  traffic_type         = "ALL"
  vpc_id               = "vpc-0123456789abcdef0"
}

# want: fail locked
resource "aws_s3_bucket" "balancers" {
  bucket = "clinic-balancers"
}

resource "aws_lb" "main" {
  name = "clinic"

  access_logs {
    bucket  = aws_s3_bucket.balancers.id
    enabled = true
  }
}
