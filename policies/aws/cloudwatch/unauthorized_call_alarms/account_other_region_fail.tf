# whole-account
# The rules are where few of these events arise.
provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "north"
  region = "eu-north-1"
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
  for_each       = toset(["default", "clinic"])
  event_bus_name = each.key
  name           = "watched"
  state          = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"

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
  for_each       = aws_cloudwatch_event_rule.watched
  event_bus_name = each.key
  rule           = each.value.name
  arn            = aws_sns_topic.security.arn
}

# On a bus of its own a rule gets nothing from AWS.
resource "aws_cloudwatch_event_rule" "north" {
  provider       = aws.north
  name           = "north"
  event_bus_name = "clinic"
  event_pattern  = jsonencode({ "detail-type" = [{ prefix = "AWS" }] })
}

resource "aws_cloudwatch_event_target" "north" {
  provider       = aws.north
  rule           = aws_cloudwatch_event_rule.north.name
  event_bus_name = "clinic"
  arn            = "arn:aws:lambda:eu-north-1:111122223333:function:page"
}
