# What a pattern of this form matches is not told.
resource "aws_cloudwatch_event_rule" "watched" {
  name          = "watched"
  event_pattern = jsonencode({ "$or" = [{ source = ["aws.iam"] }, { source = ["aws.ec2"] }] })
}

resource "aws_cloudwatch_event_target" "watched" {
  rule = aws_cloudwatch_event_rule.watched.name
  arn  = "arn:aws:lambda:us-east-1:111122223333:function:page"
}
