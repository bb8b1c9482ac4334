variable "metric" {
  type = string
}

# Another stack may declare the alarm.
resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  tags    = { DataClass = "PHI" }
}

resource "aws_db_instance" "records" {
  identifier        = "records"
  engine            = "postgres"
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  tags              = { DataClass = "PHI" }
}

resource "aws_cloudwatch_metric_alarm" "records" {
  alarm_name          = "records"
  namespace           = "AWS/RDS"
  metric_name         = var.metric
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions          = { DBInstanceIdentifier = aws_db_instance.records.identifier }
  actions_enabled     = true
  alarm_actions       = ["arn:aws:sns:us-east-1:111122223333:oncall"]
}
