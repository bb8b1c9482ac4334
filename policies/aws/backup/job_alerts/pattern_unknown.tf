# whole-account
variable "states" {
  type = list(string)
}

# What is written into the pattern is not given.
resource "aws_backup_vault" "records" {
  name = "records"
}

resource "aws_cloudwatch_event_rule" "given" {
  name          = "given"
  event_pattern = jsonencode({ source = ["aws.backup"], detail-type = ["Backup Job State Change"], detail = { state = var.states } })
}

resource "aws_cloudwatch_event_target" "given" {
  rule = aws_cloudwatch_event_rule.given.name
  arn  = "arn:aws:sns:eu-west-1:111122223333:backups"
}
