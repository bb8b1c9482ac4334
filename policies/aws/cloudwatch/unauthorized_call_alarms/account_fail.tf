# whole-account
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

resource "aws_cloudwatch_log_group" "application" {
  name = "/clinic/application"
}

resource "aws_sns_topic" "unread" {
  name = "unread"
}

resource "aws_cloudwatch_log_metric_filter" "unauthorized" {
  name           = "unauthorized"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.errorCode = \"*UnauthorizedOperation\") && ($.eventName != \"HeadBucket\") }"

  metric_transformation {
    name      = "unauthorized"
    namespace = "Clinic/Trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "unauthorized" {
  alarm_name          = "unauthorized"
  metric_name         = "unauthorized"
  namespace           = "Clinic/Trail"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  alarm_actions       = [aws_sns_topic.unread.arn]
}

resource "aws_cloudwatch_log_metric_filter" "denied" {
  name           = "denied"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.errorCode = \"AccessDenied*\") && ($.sourceIPAddress != \"delivery.logs.amazonaws.com\") }"

  metric_transformation {
    name      = "denied"
    namespace = "Clinic/Trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "denied" {
  alarm_name          = "denied"
  metric_name         = "denied"
  namespace           = "Clinic/Trail"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1000
  comparison_operator = "GreaterThanOrEqualToThreshold"
  alarm_actions       = [aws_sns_topic.security.arn]
}

resource "aws_cloudwatch_event_rule" "off" {
  name          = "off"
  state         = "DISABLED"
  event_pattern = jsonencode({ "detail-type" = ["AWS API Call via CloudTrail", "AWS Console Sign In via CloudTrail"] })
}

resource "aws_cloudwatch_event_target" "off" {
  rule = aws_cloudwatch_event_rule.off.name
  arn  = aws_sns_topic.security.arn
}

resource "aws_cloudwatch_event_rule" "nowhere" {
  name          = "nowhere"
  event_pattern = jsonencode({ "detail-type" = ["AWS API Call via CloudTrail", "AWS Console Sign In via CloudTrail"] })
}
