# whole-account
# The account has one Region.
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

# Matched by its name, whichever account it is in.
resource "aws_iam_role" "night" {
  name               = "night"
  assume_role_policy = "{}"
  tags               = { breakglass = "" }
}

resource "aws_cloudwatch_event_rule" "night" {
  name          = "night"
  state         = "ENABLED"
  event_pattern = <<-EOT
    {"detail": {"userIdentity": {"sessionContext": {"sessionIssuer": {"userName": ["night"]}}}}}
  EOT
}

resource "aws_cloudwatch_event_target" "night" {
  rule = "night"
  arn  = aws_sns_topic.security.arn
}

# want: not_applicable
resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"
}
