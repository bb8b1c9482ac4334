# whole-account
# The account has one Region.
provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudtrail" "trail" {
  name                  = "clinic"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = true
}

resource "aws_sns_topic" "security" {
  name = "security"
}

resource "aws_sns_topic_subscription" "security" {
  topic_arn = aws_sns_topic.security.arn
  protocol  = "email"
  endpoint  = "security@example.com"
}

resource "aws_cloudwatch_event_rule" "watched" {
  name  = "watched"
  state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"

  event_pattern = jsonencode({
    "detail-type" = [
      "AWS API Call via CloudTrail"
    ],
    "detail" = {
      "errorCode" = [
        {
          "wildcard" = "*UnauthorizedOperation"
        },
        {
          "prefix" = "AccessDenied"
        }
      ]
    }
  })
}

resource "aws_cloudwatch_event_target" "watched" {
  rule = aws_cloudwatch_event_rule.watched.name
  arn  = aws_sns_topic.security.arn
}
