variable "key" {
  type    = string
  default = ""
}

resource "aws_cloudwatch_log_group" "omitted" {
  name = "/ecs/intake"
}

resource "aws_cloudwatch_log_group" "optional" {
  name       = "/ecs/billing"
  kms_key_id = var.key
}

resource "aws_cloudwatch_log_group" "null" {
  count = 2

  name       = "/ecs/worker-${count.index}"
  kms_key_id = var.key == "" ? null : var.key
}
