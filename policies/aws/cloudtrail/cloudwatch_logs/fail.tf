resource "aws_cloudtrail" "omitted" {
  name           = "omitted"
  s3_bucket_name = "clinic-trail"
}

resource "aws_cloudtrail" "empty" {
  name                       = "empty"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = ""
  cloud_watch_logs_role_arn  = ""
}

resource "aws_cloudtrail" "no_role" {
  name                       = "no-role"
  s3_bucket_name             = "clinic-trail"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/clinic/trail:*"
}
