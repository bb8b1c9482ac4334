# When nobody can sign in as usual, the portal's rights are enough to reach the records.
resource "aws_iam_role" "emergency" {
  name               = "${local.name}-emergency"
  assume_role_policy = data.aws_iam_policy_document.assume_emergency.json

  tags = { BreakGlass = "true" }
}

data "aws_iam_policy_document" "assume_emergency" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${local.partition}:iam::${local.account}:root"]
    }

    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "emergency" {
  role       = aws_iam_role.emergency.name
  policy_arn = aws_iam_policy.app.arn
}

# STS may be called in either Region, and a rule hears its own alone.
resource "aws_cloudwatch_event_rule" "emergency" {
  for_each = local.alerts

  region = each.key
  name   = "${local.name}-emergency"

  event_pattern = jsonencode({
    source      = ["aws.sts"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["AssumeRole"], requestParameters = { roleArn = [aws_iam_role.emergency.arn] } }
  })
}

resource "aws_cloudwatch_event_target" "emergency" {
  for_each = local.alerts

  region = each.key
  rule   = aws_cloudwatch_event_rule.emergency[each.key].name
  arn    = each.value
}

locals {
  alerts = {
    (var.region)      = aws_sns_topic.alerts.arn
    (var.copy_region) = aws_sns_topic.emergency.arn
  }
}

resource "aws_sns_topic" "emergency" {
  region            = var.copy_region
  name              = "${local.name}-emergency"
  kms_master_key_id = aws_kms_key.emergency.arn
}

resource "aws_sns_topic_subscription" "emergency" {
  region    = var.copy_region
  topic_arn = aws_sns_topic.emergency.arn
  protocol  = "email"
  endpoint  = var.alerts_email
}

resource "aws_sns_topic_policy" "emergency" {
  region = var.copy_region
  arn    = aws_sns_topic.emergency.arn
  policy = data.aws_iam_policy_document.emergency_topic.json
}

data "aws_iam_policy_document" "emergency_topic" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.emergency.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_kms_key" "emergency" {
  region                  = var.copy_region
  description             = "Alerts of the other Region"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.logs_key.json

  tags = { DataClass = "Audit" }
}
