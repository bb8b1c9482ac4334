# Another stack may declare the filters.
resource "aws_cloudwatch_log_group" "trail" {
  name = "/clinic/trail"
}

resource "aws_cloudtrail" "trail" {
  name                       = "clinic"
  s3_bucket_name             = "clinic-trail"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}
