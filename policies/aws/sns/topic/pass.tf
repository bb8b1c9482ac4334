resource "aws_kms_key" "events" {
  description         = "Messages about patients"
  enable_key_rotation = true
}

data "aws_caller_identity" "current" {}

# Encrypted, without a policy: only the owner gets in.
# want: pass
resource "aws_sns_topic" "alarms" {
  name              = "alarms"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic_subscription" "alarms" {
  for_each  = { https = "https://alarms.clinic.example/sns", email = "duty@clinic.example" }
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = each.key
  endpoint  = each.value
}

# PHI, with a policy beside it.
resource "aws_sns_topic" "results" {
  name              = "results"
  kms_master_key_id = aws_kms_key.events.arn
  tags              = { DataClass = "PHI" }
}

data "aws_iam_policy_document" "results" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.results.arn]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_sns_topic_policy" "results" {
  arn    = aws_sns_topic.results.arn
  policy = data.aws_iam_policy_document.results.json
}

# PHI, with a policy of its own: the default one of SNS, spelled out.
resource "aws_sns_topic" "visits" {
  name              = "visits"
  kms_master_key_id = "alias/clinic-events"
  tags              = { HIPAA = "true" }
  policy = jsonencode({
    Version = "2008-10-17"
    Statement = [{
      Sid       = "__default_statement_ID"
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["SNS:GetTopicAttributes", "SNS:Subscribe", "SNS:Publish"]
      Resource  = "arn:aws:sns:us-east-1:${data.aws_caller_identity.current.account_id}:visits"
      Condition = { StringEquals = { "AWS:SourceOwner" = data.aws_caller_identity.current.account_id } }
    }]
  })
}
