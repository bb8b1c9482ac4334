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

resource "aws_cloudwatch_log_metric_filter" "root" {
  name           = "root"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"

  metric_transformation {
    name      = "root"
    namespace = "Clinic/Trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "root" {
  alarm_name          = "root"
  metric_name         = "root"
  namespace           = "Clinic/Trail"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_sns_topic.security.arn]
}

resource "aws_cloudwatch_log_metric_filter" "failed_sign_in" {
  name           = "failed_sign_in"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"

  metric_transformation {
    name      = "failed_sign_in"
    namespace = "Clinic/Trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "failed_sign_in" {
  alarm_name          = "failed_sign_in"
  metric_name         = "failed_sign_in"
  namespace           = "Clinic/Trail"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanOrEqualToThreshold"
  alarm_actions       = [aws_sns_topic.security.arn]
  datapoints_to_alarm = 1
}

resource "aws_cloudwatch_log_metric_filter" "no_mfa" {
  name           = "no_mfa"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") && ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin = \"Success\") }"

  metric_transformation {
    name      = "no_mfa"
    namespace = "Clinic/Trail"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "no_mfa" {
  alarm_name          = "no_mfa"
  metric_name         = "no_mfa"
  namespace           = "Clinic/Trail"
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  alarm_actions       = [aws_sns_topic.security.arn]
}
