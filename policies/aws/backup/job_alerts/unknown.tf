variable "events" {
  type = set(string)
}

# Another stack may hand the events on.
resource "aws_backup_vault" "records" {
  name = "records"
}

resource "aws_backup_vault" "given" {
  name = "given"
}

resource "aws_backup_vault_notifications" "given" {
  backup_vault_name   = aws_backup_vault.given.name
  sns_topic_arn       = "arn:aws:sns:eu-west-1:111122223333:backups"
  backup_vault_events = var.events
}
