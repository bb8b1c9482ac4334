variable "log_group" {
  type = string
}

data "aws_iam_role" "trail" {
  name = "trail"
}

resource "aws_cloudtrail" "by_variable" {
  name                       = "by-variable"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = var.log_group
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_cloudtrail" "by_data" {
  name                       = "by-data"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/clinic/trail:*"
  cloud_watch_logs_role_arn  = data.aws_iam_role.trail.arn
}
