provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

data "aws_caller_identity" "current" {}

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

resource "aws_backup_vault" "copies" {
  provider = aws.west
  name     = "copies"
}

locals {
  destinations = {
    region    = aws_backup_vault.copies.arn
    both      = "arn:aws:backup:us-west-2:${data.aws_caller_identity.current.account_id}:backup-vault:copies"
    elsewhere = "arn:aws:backup:eu-west-1:444455556666:backup-vault:copies"
  }
}

resource "aws_backup_plan" "records" {
  for_each = local.destinations
  name     = each.key

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.records.name
    schedule          = "cron(0 5 ? * * *)"

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

# want: not_applicable
resource "aws_backup_plan" "wiki" {
  name = "wiki"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.records.name
  }
}
