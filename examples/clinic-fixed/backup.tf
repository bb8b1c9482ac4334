locals {
  # The copies lie in another Region, under the key's replica there.
  vaults = {
    (var.region)      = aws_kms_key.phi.arn
    (var.copy_region) = aws_kms_replica_key.phi.arn
  }
}

resource "aws_backup_vault" "main" {
  for_each = local.vaults

  region      = each.key
  name        = local.name
  kms_key_arn = each.value
}

# Nobody can take the locks away once three days are over.
resource "aws_backup_vault_lock_configuration" "main" {
  for_each = local.vaults

  region              = each.key
  backup_vault_name   = aws_backup_vault.main[each.key].name
  min_retention_days  = 35
  changeable_for_days = 3
}

resource "aws_backup_plan" "daily" {
  name = "${local.name}-daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main[var.region].name
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 35
    }

    copy_action {
      destination_vault_arn = aws_backup_vault.main[var.copy_region].arn

      lifecycle {
        delete_after = 35
      }
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
    aws_instance.imaging.arn,
    module.bucket["documents"].arn,
    module.bucket["exports"].arn,
  ]
}

# BACKUP_JOB_COMPLETED is sent however a job ends, and says how.
resource "aws_backup_vault_notifications" "main" {
  backup_vault_name   = aws_backup_vault.main[var.region].name
  sns_topic_arn       = aws_sns_topic.alerts.arn
  backup_vault_events = ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"]
}

# Each Sunday the newest backup of each kind is restored, and removed again.
resource "aws_backup_restore_testing_plan" "weekly" {
  name                = replace("${local.name}-weekly", "-", "_")
  schedule_expression = "cron(0 8 ? * SUN *)"

  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = [aws_backup_vault.main[var.region].arn]
    recovery_point_types = ["SNAPSHOT", "CONTINUOUS"]
  }
}

resource "aws_backup_restore_testing_selection" "weekly" {
  for_each = toset(["DynamoDB", "EBS", "EC2", "EFS", "RDS", "S3"])

  name                      = each.key
  restore_testing_plan_name = aws_backup_restore_testing_plan.weekly.name
  protected_resource_type   = each.key
  protected_resource_arns   = ["*"]
  iam_role_arn              = aws_iam_role.backup.arn
}
