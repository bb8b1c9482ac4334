# whole-account
provider "aws" {
  region = "eu-west-1"
}

variable "prefix" {
  type    = string
  default = "clinic"
}

resource "aws_sns_topic" "backups" {
  name = "backups"
}

# Nobody is told.
resource "aws_backup_vault" "records" {
  name = "${var.prefix}-records"
}

# Only of what began, and of restores.
resource "aws_backup_vault" "started" {
  name = "started"
}

resource "aws_backup_vault_notifications" "started" {
  backup_vault_name   = aws_backup_vault.started.name
  sns_topic_arn       = aws_sns_topic.backups.arn
  backup_vault_events = ["BACKUP_JOB_STARTED", "RESTORE_JOB_COMPLETED"]
}

# AWS no longer sends this one.
resource "aws_backup_vault" "deprecated" {
  name = "deprecated"
}

resource "aws_backup_vault_notifications" "deprecated" {
  backup_vault_name   = "deprecated"
  sns_topic_arn       = aws_sns_topic.backups.arn
  backup_vault_events = ["BACKUP_JOB_FAILED", "BACKUP_JOB_EXPIRED"]
}

# A rule without a target, one that is off, one on another bus, and one for what succeeded.
resource "aws_cloudwatch_event_rule" "idle" {
  name          = "idle"
  event_pattern = jsonencode({ source = ["aws.backup"] })
}

resource "aws_cloudwatch_event_rule" "off" {
  name          = "off"
  state         = "DISABLED"
  event_pattern = jsonencode({ source = ["aws.backup"] })
}

resource "aws_cloudwatch_event_rule" "not_enabled" {
  name          = "not-enabled"
  is_enabled    = false
  event_pattern = jsonencode({ source = ["aws.backup"] })
}

resource "aws_cloudwatch_event_rule" "elsewhere" {
  name           = "elsewhere"
  event_bus_name = "orders"
  event_pattern  = jsonencode({ source = ["aws.backup"] })
}

resource "aws_cloudwatch_event_rule" "succeeded" {
  name          = "succeeded"
  event_pattern = jsonencode({ source = ["aws.backup"], detail-type = ["Backup Job State Change"], detail = { state = ["COMPLETED"] } })
}

resource "aws_cloudwatch_event_target" "topic" {
  for_each = toset([
    aws_cloudwatch_event_rule.off.name,
    aws_cloudwatch_event_rule.not_enabled.name,
    aws_cloudwatch_event_rule.succeeded.name,
  ])
  rule = each.key
  arn  = aws_sns_topic.backups.arn
}

resource "aws_cloudwatch_event_target" "elsewhere" {
  rule           = aws_cloudwatch_event_rule.elsewhere.name
  event_bus_name = "orders"
  arn            = aws_sns_topic.backups.arn
}

# Reports on restores, and on another Region.
resource "aws_backup_report_plan" "restores" {
  name = "restores"

  report_delivery_channel {
    s3_bucket_name = "clinic-backup-reports"
  }

  report_setting {
    report_template = "RESTORE_JOB_REPORT"
    regions         = ["*"]
  }
}

resource "aws_backup_report_plan" "distant" {
  name = "distant"

  report_delivery_channel {
    s3_bucket_name = "clinic-backup-reports"
  }

  report_setting {
    report_template = "BACKUP_JOB_REPORT"
    regions         = ["us-east-1"]
  }
}
