# Neither is about these events: another stack may watch for them.
resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly"
  schedule_expression = "cron(0 3 * * ? *)"
}

resource "aws_cloudwatch_event_rule" "finished" {
  name          = "finished"
  event_pattern = jsonencode({ source = ["aws.batch"], "detail-type" = ["Batch Job State Change"] })
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = "/clinic/application"
  pattern        = "?ERROR ?Exception"

  metric_transformation {
    name      = "errors"
    namespace = "Clinic"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_metric_filter" "slow" {
  name           = "slow"
  log_group_name = "/clinic/application"
  pattern        = "{ $.duration > 5000 }"

  metric_transformation {
    name      = "slow"
    namespace = "Clinic"
    value     = "1"
  }
}
