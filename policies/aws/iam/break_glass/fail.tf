locals {
  pattern = {
    source      = ["aws.sts"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["AssumeRole"] }
  }
}

resource "aws_iam_role" "emergency" {
  name               = "break-glass"
  assume_role_policy = "{}"
  tags               = { BreakGlass = "true" }
}

# Another role's.
resource "aws_cloudwatch_event_rule" "other" {
  name = "other"
  event_pattern = jsonencode({
    source = ["aws.sts"]
    detail = { requestParameters = { roleArn = ["arn:aws:iam::111122223333:role/other"] } }
  })
}

resource "aws_cloudwatch_event_target" "other" {
  rule = aws_cloudwatch_event_rule.other.name
  arn  = "arn:aws:sns:us-east-1:111122223333:security"
}

# It tells nobody.
resource "aws_cloudwatch_event_rule" "untold" {
  name          = "untold"
  event_pattern = jsonencode(local.pattern)
}

# It is off, by the one argument or the other.
resource "aws_cloudwatch_event_rule" "off" {
  name          = "off"
  state         = "DISABLED"
  event_pattern = jsonencode(local.pattern)
}

resource "aws_cloudwatch_event_target" "off" {
  rule = aws_cloudwatch_event_rule.off.name
  arn  = "arn:aws:sns:us-east-1:111122223333:security"
}

resource "aws_cloudwatch_event_rule" "disabled" {
  name          = "disabled"
  is_enabled    = false
  event_pattern = jsonencode(local.pattern)
}

resource "aws_cloudwatch_event_target" "disabled" {
  rule = aws_cloudwatch_event_rule.disabled.name
  arn  = "arn:aws:sns:us-east-1:111122223333:security"
}
