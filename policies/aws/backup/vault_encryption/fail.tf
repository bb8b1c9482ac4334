resource "aws_backup_vault" "silent" {
  name = "silent"
  tags = { DataClass = "PHI" }
}

resource "aws_backup_vault" "managed" {
  for_each    = toset(["alias/aws/backup"])
  name        = "managed"
  kms_key_arn = "arn:aws:kms:us-east-1:111122223333:${each.key}"
  tags        = { HIPAA = "true" }
}
