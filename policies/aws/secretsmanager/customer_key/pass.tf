resource "aws_kms_key" "secrets" {
  description         = "Secrets"
  enable_key_rotation = true
}

# want: pass customer_key
resource "aws_secretsmanager_secret" "billing" {
  for_each   = { arn = aws_kms_key.secrets.arn, id = aws_kms_key.secrets.key_id, alias = "alias/clinic-secrets" }
  name       = "billing-${each.key}"
  kms_key_id = each.value
}

resource "aws_secretsmanager_secret" "replicated" {
  name       = "replicated"
  kms_key_id = aws_kms_key.secrets.arn

  replica {
    region     = "us-west-2"
    kms_key_id = "arn:aws:kms:us-west-2:111122223333:key/mrk-0123456789abcdef0123456789abcdef"
  }
}
