variable "vault" {
  type = string
}

resource "aws_dynamodb_table" "records" {
  name         = "records"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = { DataClass = "PHI" }

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_backup_vault" "records" {
  name = "records"
}

# Of which account this one is, the configuration does not say.
provider "aws" {
  region = "us-east-1"
}

resource "aws_backup_plan" "records" {
  for_each = { variable = var.vault, written = "arn:aws:backup:us-east-1:111122223333:backup-vault:copies" }
  name     = each.key

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.records.name

    copy_action {
      destination_vault_arn = each.value
    }
  }
}

resource "aws_backup_selection" "records" {
  for_each     = aws_backup_plan.records
  name         = each.key
  plan_id      = each.value.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_dynamodb_table.records.arn]
}
