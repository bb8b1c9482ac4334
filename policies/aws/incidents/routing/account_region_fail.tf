# whole-account
# Findings of the other Region reach nobody.
provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_securityhub_account" "east" {}

resource "aws_securityhub_account" "west" {
  provider = aws.west
}

resource "aws_guardduty_detector" "west" {
  provider = aws.west
}

resource "aws_cloudwatch_event_rule" "findings" {
  name       = "findings"
  is_enabled = true

  event_pattern = <<-JSON
    {
      "source": ["aws.securityhub"],
      "detail-type": ["Security Hub Findings - Imported"],
      "detail": {"findings": {"Severity": {"Label": ["HIGH", "CRITICAL"]}, "RecordState": ["ACTIVE"]}}
    }
  JSON
}

resource "aws_cloudwatch_event_target" "findings" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = "arn:aws:lambda:us-east-1:111122223333:function:page"
}
