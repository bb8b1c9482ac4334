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

resource "aws_cloudwatch_event_rule" "emergency" {
  name = "${local.name}-emergency"

  event_pattern = jsonencode({
    source      = ["aws.sts"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["AssumeRole"], requestParameters = { roleArn = [aws_iam_role.emergency.arn] } }
  })
}

resource "aws_cloudwatch_event_target" "emergency" {
  rule = aws_cloudwatch_event_rule.emergency.name
  arn  = aws_sns_topic.alerts.arn
}
