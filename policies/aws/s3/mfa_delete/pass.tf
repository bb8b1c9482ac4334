resource "aws_s3_bucket" "trail" {
  for_each            = { days = 365, years = null }
  bucket              = "clinic-trail-${each.key}"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "trail" {
  for_each = aws_s3_bucket.trail
  bucket   = each.value.id

  rule {
    default_retention {
      mode  = "COMPLIANCE"
      days  = each.key == "days" ? 365 : null
      years = each.key == "days" ? null : 7
    }
  }
}

resource "aws_cloudtrail" "trail" {
  for_each       = aws_s3_bucket.trail
  name           = each.key
  s3_bucket_name = each.value.id
}

resource "aws_s3_bucket" "logs" {
  bucket = "clinic-logs"
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}

resource "aws_flow_log" "logs" {
  vpc_id               = "vpc-0a1b2c3d4e5f60718"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.logs.arn
}

# want: not_applicable
resource "aws_s3_bucket" "site" {
  bucket = "clinic-site"
}
