variable "topics" {
  type    = list(string)
  default = []
}

resource "aws_cloudwatch_metric_alarm" "omitted" {
  alarm_name          = "disk"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "disk_used_percent"
  namespace           = "CWAgent"
  period              = 60
  statistic           = "Maximum"
  threshold           = 90
}

resource "aws_cloudwatch_metric_alarm" "empty" {
  alarm_name          = "memory"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "mem_used_percent"
  namespace           = "CWAgent"
  period              = 60
  statistic           = "Maximum"
  threshold           = 90
  alarm_actions       = var.topics
  ok_actions          = ["arn:aws:sns:us-east-1:111122223333:pager"]
}

resource "aws_cloudwatch_metric_alarm" "switched_off" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = 1
  actions_enabled     = false
  alarm_actions       = ["arn:aws:sns:us-east-1:111122223333:pager"]
}

resource "aws_cloudwatch_composite_alarm" "host" {
  alarm_name = "host"
  alarm_rule = "ALARM(disk) OR ALARM(memory)"
}
