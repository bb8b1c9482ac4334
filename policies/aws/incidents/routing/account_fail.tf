# whole-account
resource "aws_cloudwatch_event_rule" "findings" {
  name = "findings"

  event_pattern = jsonencode({
    source        = ["aws.guardduty"]
    "detail-type" = ["GuardDuty Finding"]
    detail        = { severity = [{ numeric = [">=", 4] }] }
  })
}

resource "aws_cloudwatch_event_target" "findings" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.security.arn
}

resource "aws_sns_topic" "security" {
  name = "security"
}

resource "aws_account_alternate_contact" "security" {
  alternate_contact_type = "BILLING"
  name                   = "Security desk"
  title                  = "On call"
  email_address          = "security@example.com"
  phone_number           = "+1 206 555 0100"
}
