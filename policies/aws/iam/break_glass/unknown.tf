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

resource "aws_cloudwatch_event_rule" "given" {
  name          = "given"
  event_pattern = var.pattern
}

resource "aws_cloudwatch_event_target" "given" {
  rule = aws_cloudwatch_event_rule.given.name
  arn  = "arn:aws:sns:us-east-1:111122223333:security"
}

# It may be one.
resource "aws_iam_role" "tags" {
  name               = "tags"
  assume_role_policy = "{}"
  tags               = var.tags
}
