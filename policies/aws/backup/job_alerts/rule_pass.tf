resource "aws_backup_vault" "records" {
  name = "records"
}

resource "aws_backup_vault" "imaging" {
  name = "imaging"
}

resource "aws_cloudwatch_event_rule" "backup_failed" {
  name        = "backup-failed"
  description = "Backups that did not succeed"

  event_pattern = jsonencode({
    source      = ["aws.backup"]
    detail-type = ["Backup Job State Change"]
    detail = {
      state           = ["FAILED", "ABORTED", "EXPIRED"]
      backupVaultName = [aws_backup_vault.records.name, aws_backup_vault.imaging.name]
    }
  })
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_cloudwatch_event_target" "oncall" {
  rule      = aws_cloudwatch_event_rule.backup_failed.name
  target_id = "oncall"
  arn       = aws_sns_topic.oncall.arn
}
