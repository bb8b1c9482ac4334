resource "aws_kms_key" "messages" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_sns_topic" "results" {
  name              = "results"
  kms_master_key_id = aws_kms_key.messages.arn
  tags              = local.phi
}

resource "aws_sqs_queue" "orders-in" {
  name              = "orders-in"
  kms_master_key_id = aws_kms_key.messages.arn
  tags              = local.phi
}
