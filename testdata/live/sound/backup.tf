resource "aws_kms_key" "backups" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_backup_vault" "phi-records" {
  name        = "phi-records"
  kms_key_arn = aws_kms_key.backups.arn
  tags        = local.phi
}

resource "aws_backup_vault_lock_configuration" "records" {
  backup_vault_name   = aws_backup_vault.phi-records.name
  min_retention_days  = 35
  changeable_for_days = 3
}

resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.phi-records.name
    schedule          = "cron(0 5 ? * * *)"
    lifecycle {
      delete_after = 35
    }
  }
}

resource "aws_backup_report_plan" "jobs" {
  name = "jobs"
  report_delivery_channel {
    s3_bucket_name = "clinic-trail"
  }
  report_setting {
    report_template = "BACKUP_JOB_REPORT"
  }
}
