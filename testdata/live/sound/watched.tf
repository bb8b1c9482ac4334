resource "aws_kms_key" "security" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_sns_topic" "security" {
  name              = "security"
  kms_master_key_id = aws_kms_key.security.arn
}

resource "aws_sns_topic_subscription" "security" {
  topic_arn = aws_sns_topic.security.arn
  protocol  = "email"
  endpoint  = "security@example.com"
}

locals {
  watched = {
    root     = "{ $.userIdentity.type = \"Root\" }"
    sign-ins = "{ $.eventName = ConsoleLogin }"
    refused  = "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }"
    control  = "{ ($.readOnly IS FALSE) && (($.eventSource = iam*) || ($.eventSource = cloudtrail*) || ($.eventSource = config*) || ($.eventSource = kms*) || ($.eventSource = s3*)) }"
    network  = "{ ($.readOnly IS FALSE) && ($.eventSource = ec2.amazonaws.com) }"
  }
}

resource "aws_cloudwatch_log_metric_filter" "watched" {
  for_each       = local.watched
  name           = each.key
  log_group_name = aws_cloudwatch_log_group.audit.name
  pattern        = each.value
  metric_transformation {
    name      = each.key
    namespace = "Clinic"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "watched" {
  for_each            = local.watched
  alarm_name          = each.key
  metric_name         = each.key
  namespace           = "Clinic"
  statistic           = "Sum"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.security.arn]
}

resource "aws_cloudwatch_event_rule" "findings" {
  name = "findings"
  event_pattern = jsonencode({
    source        = ["aws.guardduty"]
    "detail-type" = ["GuardDuty Finding"]
  })
}

resource "aws_cloudwatch_event_target" "security" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.security.arn
}

resource "aws_account_alternate_contact" "security" {
  alternate_contact_type = "SECURITY"
  email_address          = "security@example.com"
  name                   = "Security"
  phone_number           = "+1 206 555 0100"
  title                  = "On call"
}
