locals {
  groups = {
    intake  = 7
    billing = 180
  }
}

# want: fail minimum
# want: not_applicable documentation
resource "aws_cloudwatch_log_group" "service" {
  for_each = local.groups

  name              = "/ecs/${each.key}"
  retention_in_days = each.value
}

# What only passes events on keeps them for two days.
# want: fail minimum
resource "aws_cloudwatch_log_group" "delivery" {
  name              = "/clinic/delivery"
  log_group_class   = "DELIVERY"
  retention_in_days = 400
}

# want: pass minimum
# want: fail documentation
resource "aws_cloudwatch_log_group" "records" {
  name              = "/clinic/records"
  retention_in_days = 365
  tags              = { DataClass = "PHI" }
}

# want: pass minimum
# want: fail documentation
resource "aws_cloudwatch_log_group" "trail" {
  name              = "/clinic/trail"
  retention_in_days = 400
}

resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"
}

resource "aws_s3_bucket_object_lock_configuration" "trail" {
  bucket = aws_s3_bucket.trail.id

  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 90
    }
  }
}

resource "aws_cloudtrail" "trail" {
  name                       = "clinic"
  s3_bucket_name             = aws_s3_bucket.trail.id
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}
