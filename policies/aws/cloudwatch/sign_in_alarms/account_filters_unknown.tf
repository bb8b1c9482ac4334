# The trail that writes to this log group is not declared here.
resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "watched"
  log_group_name = "aws-controltower/CloudTrailLogs"
  pattern        = "{ $.eventVersion = * }"

  metric_transformation {
    name      = "watched"
    namespace = "Clinic"
    value     = "1"
  }
}
