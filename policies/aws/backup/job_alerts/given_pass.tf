variable "pattern" {
  type = string
}

resource "aws_sns_topic" "backups" {
  name = "backups"
}

resource "aws_backup_vault" "records" {
  name = "records"
}

resource "aws_backup_vault_notifications" "records" {
  backup_vault_name   = aws_backup_vault.records.name
  sns_topic_arn       = aws_sns_topic.backups.arn
  backup_vault_events = ["BACKUP_JOB_COMPLETED"]
}

# What a rule matches, which is not given, does not matter where the vault tells it.
resource "aws_cloudwatch_event_rule" "given" {
  name          = "given"
  event_pattern = var.pattern
}

resource "aws_cloudwatch_event_target" "given" {
  rule = aws_cloudwatch_event_rule.given.name
  arn  = aws_sns_topic.backups.arn
}
