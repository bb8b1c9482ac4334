variable "key" {
  type = string
}

resource "aws_backup_vault" "records" {
  name        = "records"
  kms_key_arn = var.key
  tags        = { DataClass = "PHI" }
}
