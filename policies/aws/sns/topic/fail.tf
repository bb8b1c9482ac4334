# want: fail encrypted
# want: pass private
# want: pass transport
resource "aws_sns_topic" "plain" {
  name = "plain"
}

# want: fail encrypted
# want: fail customer_key
resource "aws_sns_topic" "admissions" {
  name = "admissions"
  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_sns_topic" "results" {
  name              = "results"
  kms_master_key_id = "alias/aws/sns"
  tags              = { DataClass = "PHI" }
}

# want: fail private
resource "aws_sns_topic" "open" {
  name              = "open"
  kms_master_key_id = "alias/clinic-events"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["sns:Subscribe", "sns:Receive"]
      Resource  = "*"
    }]
  })
}

# want: fail private
resource "aws_sns_topic" "attached" {
  for_each          = toset(["attached"])
  name              = each.key
  kms_master_key_id = "alias/clinic-events"
}

data "aws_iam_policy_document" "attached" {
  statement {
    actions   = ["sns:Publish"]
    resources = [for topic in aws_sns_topic.attached : topic.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_sns_topic_policy" "attached" {
  for_each = aws_sns_topic.attached
  arn      = each.value.arn
  policy   = data.aws_iam_policy_document.attached.json
}

# want: fail transport
resource "aws_sns_topic" "hooks" {
  name              = "hooks"
  kms_master_key_id = "alias/clinic-events"
}

resource "aws_sns_topic_subscription" "hooks" {
  topic_arn = aws_sns_topic.hooks.arn
  protocol  = "http"
  endpoint  = "http://hooks.clinic.example/sns"
}
