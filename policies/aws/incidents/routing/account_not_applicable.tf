# Another stack may send findings on.
resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_rule" "finished" {
  name          = "finished"
  event_pattern = jsonencode({ source = ["aws.batch"], "detail-type" = ["Batch Job State Change"] })
}
