resource "aws_kms_key" "logs" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "audit"
  retention_in_days = 2192
  kms_key_id        = aws_kms_key.logs.arn
  tags              = { DataClass = "internal", HIPAA = "false" }
}
