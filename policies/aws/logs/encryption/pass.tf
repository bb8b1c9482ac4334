resource "aws_kms_key" "logs" {
  description         = "Log groups"
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "service" {
  for_each = toset(["intake", "billing"])

  name       = "/ecs/${each.key}"
  kms_key_id = aws_kms_key.logs.arn
}

resource "aws_cloudwatch_log_group" "by_arn" {
  name       = "/clinic/records"
  kms_key_id = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
