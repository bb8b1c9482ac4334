variable "days" {
  type = number
}

variable "class" {
  type = string
}

variable "trail_bucket" {
  type = string
}

# want: unknown minimum
# want: not_applicable documentation
resource "aws_cloudwatch_log_group" "by_variable" {
  name              = "/ecs/intake"
  retention_in_days = var.days
}

# want: unknown minimum
resource "aws_cloudwatch_log_group" "of_unknown_class" {
  name            = "/ecs/billing"
  log_group_class = var.class
}

# want: pass minimum
# want: unknown documentation
resource "aws_cloudwatch_log_group" "trail" {
  name              = "/clinic/trail"
  retention_in_days = 400
}

resource "aws_cloudtrail" "trail" {
  name                       = "clinic"
  s3_bucket_name             = var.trail_bucket
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

# want: pass minimum
# want: unknown documentation
resource "aws_cloudwatch_log_group" "marked_by_variable" {
  name              = "/clinic/records"
  retention_in_days = 365
  tags              = { DataClass = var.class }
}
