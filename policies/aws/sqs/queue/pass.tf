resource "aws_kms_key" "messages" {
  description         = "Messages about patients"
  enable_key_rotation = true
}

# SQS encrypts it with keys of its own.
# want: pass
resource "aws_sqs_queue" "jobs" {
  for_each = { silent = null, said = true }
  name     = "jobs-${each.key}"

  sqs_managed_sse_enabled = each.value
}

# PHI, with a policy beside it.
resource "aws_sqs_queue" "results" {
  name              = "results"
  kms_master_key_id = aws_kms_key.messages.id
  tags              = { DataClass = "PHI" }
}

data "aws_iam_policy_document" "results" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.results.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.results.arn]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = [aws_sqs_queue.results.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sns_topic" "results" {
  name = "results"
}

resource "aws_sqs_queue_policy" "results" {
  queue_url = aws_sqs_queue.results.url
  policy    = data.aws_iam_policy_document.results.json
}

# PHI, with a policy of its own, attached by the queue's id, which is its URL.
resource "aws_sqs_queue" "visits" {
  name                    = "visits"
  sqs_managed_sse_enabled = false
  kms_master_key_id       = "alias/clinic-messages"
  tags                    = { HIPAA = "true" }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:role/intake" }
      Action    = "sqs:SendMessage"
      Resource  = "*"
    }]
  })
}
