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
      "aws.iam",
      "aws.cloudtrail",
      "aws.config",
      "aws.kms",
      "aws.s3"
    ],
    "detail-type" = [
      "AWS API Call via CloudTrail"
    ],
    "detail" = {
      "eventName" = [
        "DeleteGroupPolicy",
        "DeleteRolePolicy",
        "DeleteUserPolicy",
        "PutGroupPolicy",
        "PutRolePolicy",
        "PutUserPolicy",
        "CreatePolicy",
        "DeletePolicy",
        "CreatePolicyVersion",
        "DeletePolicyVersion",
        "AttachRolePolicy",
        "DetachRolePolicy",
        "AttachUserPolicy",
        "DetachUserPolicy",
        "AttachGroupPolicy",
        "DetachGroupPolicy",
        "CreateTrail",
        "UpdateTrail",
        "DeleteTrail",
        "StartLogging",
        "StopLogging",
        "StopConfigurationRecorder",
        "DeleteDeliveryChannel",
        "PutDeliveryChannel",
        "PutConfigurationRecorder",
        "DisableKey",
        "ScheduleKeyDeletion",
        "PutBucketAcl",
        "PutBucketPolicy",
        "PutBucketCors",
        "PutBucketLifecycle",
        "PutBucketReplication",
        "DeleteBucketPolicy",
        "DeleteBucketPublicAccessBlock",
        "PutBucketPublicAccessBlock"
      ]
    }
  })
}

resource "aws_cloudwatch_event_target" "watched" {
  rule = aws_cloudwatch_event_rule.watched.name
  arn  = aws_sns_topic.security.arn
}
