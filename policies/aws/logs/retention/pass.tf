variable "services" {
  type    = map(number)
  default = { intake = 365, billing = 400 }
}

resource "aws_cloudwatch_log_group" "service" {
  for_each = var.services

  name              = "/ecs/${each.key}"
  retention_in_days = each.value
}

resource "aws_cloudwatch_log_group" "never_expires" {
  name              = "/clinic/archive"
  retention_in_days = 0
  tags              = { DataClass = "PHI" }
}

resource "aws_cloudwatch_log_group" "omitted" {
  name = "/clinic/omitted"
}

resource "aws_cloudwatch_log_group" "records" {
  name              = "/clinic/records"
  retention_in_days = 2192
  tags              = { DataClass = "PHI" }
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "/clinic/trail"
  retention_in_days = 2557
}

resource "aws_cloudtrail" "trail" {
  name                       = "clinic"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

# The files of this trail are locked for as long as the Rule asks.
resource "aws_cloudwatch_log_group" "locked" {
  name              = "/clinic/locked"
  retention_in_days = 365
}

resource "aws_cloudtrail" "locked" {
  name                       = "locked"
  s3_bucket_name             = aws_s3_bucket.locked.id
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.locked.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_s3_bucket" "locked" {
  bucket              = "clinic-locked-trail"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "locked" {
  bucket = aws_s3_bucket.locked.id

  rule {
    default_retention {
      mode  = "COMPLIANCE"
      years = 6
    }
  }
}

resource "aws_cloudwatch_log_group" "locked_by_days" {
  name              = "/clinic/locked-by-days"
  retention_in_days = 400
}

resource "aws_cloudtrail" "locked_by_days" {
  name                       = "locked-by-days"
  s3_bucket_name             = aws_s3_bucket.locked_by_days.bucket
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.locked_by_days.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_s3_bucket" "locked_by_days" {
  bucket              = "clinic-locked-by-days"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "locked_by_days" {
  bucket = aws_s3_bucket.locked_by_days.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 2555
    }
  }
}
