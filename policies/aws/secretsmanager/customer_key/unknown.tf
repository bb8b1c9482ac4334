variable "key" {
  type = string
}

resource "aws_secretsmanager_secret" "billing" {
  name       = "billing"
  kms_key_id = var.key

  replica {
    region     = "us-west-2"
    kms_key_id = var.key
  }
}
