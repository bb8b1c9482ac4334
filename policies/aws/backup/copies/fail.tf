provider "aws" {
  region = "us-east-1"
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

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

resource "aws_backup_vault" "second" {
  name = "second"
}

resource "aws_backup_plan" "none" {
  name = "none"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.records.name
  }
}

# A second vault beside the first is lost with it.
resource "aws_backup_plan" "beside" {
  for_each = {
    reference = aws_backup_vault.second.arn
    written   = "arn:aws:backup:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:backup-vault:other"
  }
  name = each.key

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.records.name

    copy_action {
      destination_vault_arn = each.value
    }
  }
}

resource "aws_backup_selection" "records" {
  for_each     = { none = aws_backup_plan.none.id, reference = aws_backup_plan.beside["reference"].id, written = aws_backup_plan.beside["written"].id }
  name         = each.key
  plan_id      = each.value
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_dynamodb_table.records.arn]
}
