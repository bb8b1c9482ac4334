# whole-account
# An operator of which it cannot be told what it matches.
resource "aws_backup_vault" "records" {
  name = "records"
}

resource "aws_cloudwatch_event_rule" "strange" {
  name          = "strange"
  event_pattern = jsonencode({ source = ["aws.backup"], detail = { "$or" = [{ state = ["FAILED"] }, { percentDone = [{ numeric = ["<", 1] }] }] } })
}

resource "aws_cloudwatch_event_target" "strange" {
  rule = aws_cloudwatch_event_rule.strange.name
  arn  = "arn:aws:sns:eu-west-1:111122223333:backups"
}
