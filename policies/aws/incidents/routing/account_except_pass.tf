# whole-account
# Security Hub gathers the findings of all Regions in one.
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

resource "aws_securityhub_finding_aggregator" "this" {
  linking_mode      = "ALL_REGIONS_EXCEPT_SPECIFIED"
  specified_regions = ["us-west-1"]
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

resource "aws_account_alternate_contact" "security" {
  alternate_contact_type = "SECURITY"
  name                   = "Security desk"
  title                  = "On call"
  email_address          = "security@example.com"
  phone_number           = "+1 206 555 0100"
}
