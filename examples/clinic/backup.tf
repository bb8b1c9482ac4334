resource "aws_backup_vault" "main" {
  name        = local.name
  kms_key_arn = aws_kms_key.phi.arn
}

resource "aws_backup_plan" "daily" {
  name = "${local.name}-daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 14
    }
  }
}

resource "aws_backup_selection" "phi" {
  name         = "phi"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = aws_iam_role.backup.arn

  resources = [
    aws_db_instance.records.arn,
    aws_dynamodb_table.sessions.arn,
    aws_ebs_volume.studies.arn,
    aws_efs_file_system.thumbnails.arn,
  ]
}
