# whole-account
# Most of what is refused only reads, which a rule gets where its state asks for it.
provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudtrail" "trail" {
  name                  = "clinic"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = true
}

resource "aws_cloudwatch_event_rule" "watched" {
  name       = "watched"
  is_enabled = true
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
  arn  = "arn:aws:lambda:us-east-1:111122223333:function:page"
}
