variable "topics" {
  type    = list(string)
  default = ["arn:aws:sns:us-east-1:111122223333:pager"]
}

resource "aws_sns_topic" "security" {
  name = "security"
}

resource "aws_cloudwatch_metric_alarm" "by_reference" {
  alarm_name          = "queue-age"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "ApproximateAgeOfOldestMessage"
  namespace           = "AWS/SQS"
  period              = 300
  statistic           = "Maximum"
  threshold           = 900
  alarm_actions       = [aws_sns_topic.security.arn]
}

resource "aws_cloudwatch_metric_alarm" "each" {
  for_each = toset(["intake", "billing"])

  alarm_name          = "${each.key}-errors"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = 1
  actions_enabled     = true
  alarm_actions       = concat(var.topics, [aws_sns_topic.security.arn])
  dimensions          = { FunctionName = each.key }
}

# The composite alarm tells about these two.
resource "aws_cloudwatch_metric_alarm" "disk" {
  alarm_name          = "disk"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "disk_used_percent"
  namespace           = "CWAgent"
  period              = 60
  statistic           = "Maximum"
  threshold           = 90
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  alarm_name          = "memory"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "mem_used_percent"
  namespace           = "CWAgent"
  period              = 60
  statistic           = "Maximum"
  threshold           = 90
  actions_enabled     = false
}

resource "aws_cloudwatch_composite_alarm" "host" {
  alarm_name    = "host"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.disk.arn}) OR ALARM(\"${aws_cloudwatch_metric_alarm.memory.alarm_name}\")"
  alarm_actions = [aws_sns_topic.security.arn]
}

resource "aws_cloudwatch_composite_alarm" "quiet" {
  alarm_name = "quiet"
  alarm_rule = "ALARM(queue-age) AND ALARM(intake-errors)"
}

resource "aws_cloudwatch_composite_alarm" "site" {
  alarm_name    = "site"
  alarm_rule    = "ALARM(host) OR ALARM(${aws_cloudwatch_composite_alarm.quiet.alarm_name})"
  alarm_actions = [aws_sns_topic.security.arn]
}
