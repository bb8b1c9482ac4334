variable "pattern" {
  type = string
}

variable "tags" {
  type = map(string)
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

resource "aws_cloudwatch_event_rule" "given" {
  name          = "given"
  event_pattern = var.pattern
}

resource "aws_cloudwatch_event_target" "given" {
  rule = aws_cloudwatch_event_rule.given.name
  arn  = aws_sns_topic.security.arn
}

# It may be one.
resource "aws_iam_role" "tags" {
  name               = "tags"
  assume_role_policy = "{}"
  tags               = var.tags
}
