# whole-account
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
    "source" = [
      "aws.ec2"
    ],
    "detail-type" = [
      "AWS API Call via CloudTrail"
    ],
    "detail" = {
      "eventName" = [
        {
          "wildcard" = "*NetworkAcl*"
        },
        {
          "suffix" = "Gateway"
        },
        {
          "wildcard" = "*Route*"
        },
        {
          "prefix" = "CreateVpc"
        },
        "DeleteVpc",
        "ModifyVpcAttribute",
        "AcceptVpcPeeringConnection",
        "DeleteVpcPeeringConnection",
        "RejectVpcPeeringConnection",
        "AttachClassicLinkVpc",
        "DetachClassicLinkVpc",
        "AuthorizeSecurityGroupIngress",
        "AuthorizeSecurityGroupEgress",
        "RevokeSecurityGroupIngress",
        "RevokeSecurityGroupEgress",
        "CreateSecurityGroup",
        "DeleteSecurityGroup"
      ]
    }
  })
}

resource "aws_cloudwatch_event_target" "watched" {
  rule = aws_cloudwatch_event_rule.watched.name
  arn  = "arn:aws:lambda:us-east-1:111122223333:function:page"
}
