variable "rotate" {
  type    = bool
  default = false
}

resource "aws_kms_key" "omitted" {
  description = "Databases"
}

resource "aws_kms_key" "off" {
  description         = "Logs"
  enable_key_rotation = false
}

resource "aws_kms_key" "by_variable" {
  count = 2

  description         = "Buckets ${count.index}"
  key_usage           = "ENCRYPT_DECRYPT"
  enable_key_rotation = var.rotate
}

resource "aws_kms_key" "spelled_out" {
  description              = "Queues"
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  multi_region             = true
}
