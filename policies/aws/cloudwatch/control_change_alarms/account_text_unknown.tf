# whole-account
# A pattern for text may match the events of the trail as well.
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

resource "aws_sns_topic" "security" {
  name = "security"
}

resource "aws_sns_topic_subscription" "security" {
  topic_arn = aws_sns_topic.security.arn
  protocol  = "email"
  endpoint  = "security@example.com"
}

resource "aws_cloudwatch_log_metric_filter" "iam" {
  name           = "iam"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "?StopLogging ?ConsoleLogin"

  metric_transformation {
    name      = "iam"
    namespace = "Clinic/Trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "iam" {
  alarm_name          = "iam"
  metric_name         = "iam"
  namespace           = "Clinic/Trail"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  alarm_actions       = [aws_sns_topic.security.arn]
}
