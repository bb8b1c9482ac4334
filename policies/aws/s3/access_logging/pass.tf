resource "aws_s3_bucket" "access_logs" {
  bucket = "clinic-access-logs"
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_logging" "records" {
  bucket        = aws_s3_bucket.records.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "records/"
}

# The form from before version 4 of the provider.
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"

  logging {
    target_bucket = aws_s3_bucket.access_logs.id
    target_prefix = "letters/"
  }
}

# Another stack declares the log bucket.
resource "aws_s3_bucket" "exports" {
  bucket = "clinic-exports"
}

resource "aws_s3_bucket_logging" "exports" {
  bucket        = "clinic-exports"
  target_bucket = "organisation-access-logs"
  target_prefix = "clinic/"
}

# Buckets for logs are exempt, and may be logged.
# want: not_applicable
resource "aws_s3_bucket" "flow_logs" {
  bucket = "clinic-flow-logs"
}

resource "aws_flow_log" "main" {
  log_destination      = aws_s3_bucket.flow_logs.arn
  log_destination_type = "s3"
  traffic_type         = "ALL"
  vpc_id               = "vpc-0123456789abcdef0"
}

# want: pass
resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"
}

resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "trail/"
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.trail.id
}
