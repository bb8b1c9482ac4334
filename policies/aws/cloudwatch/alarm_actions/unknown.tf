variable "topics" {
  type = list(string)
}

variable "on" {
  type = bool
}

resource "aws_cloudwatch_metric_alarm" "by_variable" {
  alarm_name          = "disk"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "disk_used_percent"
  namespace           = "CWAgent"
  period              = 60
  statistic           = "Maximum"
  threshold           = 90
  alarm_actions       = var.topics
}

resource "aws_cloudwatch_composite_alarm" "switched_by_variable" {
  alarm_name      = "host"
  alarm_rule      = "ALARM(disk)"
  actions_enabled = var.on
  alarm_actions   = ["arn:aws:sns:us-east-1:111122223333:pager"]
}
