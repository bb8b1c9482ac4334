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

resource "aws_sns_topic" "security" {
  name = "security"
}

resource "aws_sns_topic_subscription" "security" {
  topic_arn = aws_sns_topic.security.arn
  protocol  = "email"
  endpoint  = "security@example.com"
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
  arn  = aws_sns_topic.security.arn
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
  arn  = aws_sns_topic.security.arn
}

resource "aws_cloudwatch_event_rule" "disabled" {
  name          = "disabled"
  is_enabled    = false
  event_pattern = jsonencode(local.pattern)
}

resource "aws_cloudwatch_event_target" "disabled" {
  rule = aws_cloudwatch_event_rule.disabled.name
  arn  = aws_sns_topic.security.arn
}

# On a bus of its own it gets nothing of AWS.
resource "aws_cloudwatch_event_rule" "bus" {
  name           = "bus"
  event_bus_name = "clinic"
  event_pattern  = jsonencode(local.pattern)
}

resource "aws_cloudwatch_event_target" "bus" {
  rule           = aws_cloudwatch_event_rule.bus.name
  event_bus_name = "clinic"
  arn            = aws_sns_topic.security.arn
}

# Its target keeps the event and tells nobody.
resource "aws_cloudwatch_log_group" "kept" {
  name = "/aws/events/kept"
}

resource "aws_cloudwatch_event_rule" "kept" {
  name          = "kept"
  event_pattern = jsonencode(local.pattern)
}

resource "aws_cloudwatch_event_target" "kept" {
  rule = aws_cloudwatch_event_rule.kept.name
  arn  = aws_cloudwatch_log_group.kept.arn
}
