# Of other Regions nothing is seen.
provider "aws" {
  region = "us-east-1"
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

resource "aws_cloudwatch_event_rule" "emergency" {
  name = "break-glass"
  event_pattern = jsonencode({
    source      = ["aws.sts"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail = {
      eventName         = ["AssumeRole", "AssumeRoleWithSAML"]
      requestParameters = { roleArn = [aws_iam_role.emergency.arn] }
    }
  })
}

resource "aws_cloudwatch_event_target" "emergency" {
  rule = aws_cloudwatch_event_rule.emergency.name
  arn  = aws_sns_topic.security.arn
}
