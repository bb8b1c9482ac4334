variable "key" {
  type = string
}

data "aws_kms_alias" "logs" {
  name = "alias/logs"
}

resource "aws_cloudwatch_log_group" "by_variable" {
  name       = "/ecs/intake"
  kms_key_id = var.key
}

resource "aws_cloudwatch_log_group" "by_data" {
  name       = "/ecs/billing"
  kms_key_id = data.aws_kms_alias.logs.target_key_arn
}
