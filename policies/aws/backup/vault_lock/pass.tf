resource "aws_backup_vault" "records" {
  name = "records"
  tags = { DataClass = "PHI" }
}

resource "aws_backup_vault_lock_configuration" "records" {
  backup_vault_name   = aws_backup_vault.records.name
  min_retention_days  = 35
  changeable_for_days = 3
}

locals {
  vaults = toset(["website", "logs"])
}

# want: pass immutable
resource "aws_backup_vault" "other" {
  for_each = local.vaults
  name     = each.key
}

resource "aws_backup_vault_lock_configuration" "other" {
  for_each           = local.vaults
  backup_vault_name  = each.key
  min_retention_days = 7
}

# want: pass immutable
resource "aws_backup_vault" "policy" {
  name = "policy"
}

data "aws_iam_policy_document" "keep" {
  statement {
    effect    = "Deny"
    actions   = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:PutBackupVaultAccessPolicy", "backup:DeleteBackupVaultAccessPolicy"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_backup_vault_policy" "policy" {
  backup_vault_name = aws_backup_vault.policy.name
  policy            = data.aws_iam_policy_document.keep.json
}
