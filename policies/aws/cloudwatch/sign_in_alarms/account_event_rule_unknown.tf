# Of other Regions nothing is seen.
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
  name = "watched"
  event_pattern = jsonencode({
    "source" = [
      "aws.signin",
      "aws.iam"
    ],
    "detail-type" = [
      {
        "wildcard" = "AWS * via CloudTrail"
      }
    ],
    "detail" = {
      "userIdentity" = {
        "type" = [
          "Root",
          "IAMUser"
        ]
      }
    }
  })
}

resource "aws_cloudwatch_event_target" "watched" {
  rule = aws_cloudwatch_event_rule.watched.name
  arn  = aws_sns_topic.security.arn
}
