# want: fail encrypted
resource "aws_sqs_queue" "plain" {
  name                    = "plain"
  sqs_managed_sse_enabled = false
}

# want: pass encrypted
# want: fail customer_key
resource "aws_sqs_queue" "admissions" {
  name = "admissions"
  tags = { DataClass = "PHI" }
}

# want: fail customer_key
resource "aws_sqs_queue" "results" {
  name              = "results"
  kms_master_key_id = "alias/aws/sqs"
  tags              = { DataClass = "PHI" }
}

# want: fail private
resource "aws_sqs_queue" "open" {
  name = "open"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = "*"
    }]
  })
}

# want: fail private
# want: fail actions
resource "aws_sqs_queue" "attached" {
  name = "attached"
}

resource "aws_sqs_queue_policy" "attached" {
  queue_url = aws_sqs_queue.attached.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "*", Resource = aws_sqs_queue.attached.arn }]
  })
}

# want: pass private
# want: fail actions
resource "aws_sqs_queue" "partner" {
  name = "partner"
}

data "aws_iam_policy_document" "partner" {
  statement {
    actions   = ["*"]
    resources = [aws_sqs_queue.partner.arn]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::444455556666:root"]
    }
  }
}

resource "aws_sqs_queue_policy" "partner" {
  queue_url = aws_sqs_queue.partner.url
  policy    = data.aws_iam_policy_document.partner.json
}
