variable "prefix" {
  type    = string
  default = "clinic"
}

resource "aws_backup_vault" "records" {
  name        = "${var.prefix}-records"
  kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
}

resource "aws_sns_topic" "backups" {
  name              = "${var.prefix}-backups"
  kms_master_key_id = "alias/backups"
}

data "aws_iam_policy_document" "backups" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.backups.arn]

    principals {
      type        = "Service"
      identifiers = ["backup.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "backups" {
  arn    = aws_sns_topic.backups.arn
  policy = data.aws_iam_policy_document.backups.json
}

resource "aws_backup_vault_notifications" "records" {
  backup_vault_name   = aws_backup_vault.records.name
  sns_topic_arn       = aws_sns_topic.backups.arn
  backup_vault_events = ["BACKUP_JOB_COMPLETED", "RESTORE_JOB_COMPLETED", "COPY_JOB_FAILED"]
}

# Only those that did not succeed get through.
resource "aws_sns_topic_subscription" "oncall" {
  topic_arn           = aws_sns_topic.backups.arn
  protocol            = "email"
  endpoint            = "oncall@clinic.example"
  filter_policy       = jsonencode({ State = [{ "anything-but" = "COMPLETED" }] })
  filter_policy_scope = "MessageAttributes"
}

# Vaults that are made from a list have their notifications from it too.
locals {
  vaults = toset(["imaging", "letters"])
}

resource "aws_backup_vault" "each" {
  for_each = local.vaults
  name     = each.key
}

resource "aws_backup_vault_notifications" "each" {
  for_each            = local.vaults
  backup_vault_name   = aws_backup_vault.each[each.key].name
  sns_topic_arn       = aws_sns_topic.backups.arn
  backup_vault_events = ["BACKUP_JOB_STARTED", "BACKUP_JOB_COMPLETED"]
}
