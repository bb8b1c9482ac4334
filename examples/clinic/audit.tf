resource "aws_cloudtrail" "main" {
  name                       = local.name
  s3_bucket_name             = module.bucket["trail"].name
  is_multi_region_trail      = true
  kms_key_id                 = aws_kms_key.logs.arn
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn

  tags = { DataClass = "Audit" }

  depends_on = [module.bucket]
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "/clinic/${var.environment}/trail"
  retention_in_days = 2192
  kms_key_id        = aws_kms_key.logs.arn
}

resource "aws_iam_account_password_policy" "main" {
  minimum_password_length        = 14
  require_uppercase_characters   = true
  require_lowercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  password_reuse_prevention      = 24
  max_password_age               = 90
  allow_users_to_change_password = true
}
