resource "aws_efs_file_system" "policy" {
  creation_token = "policy"
}

resource "aws_efs_backup_policy" "policy" {
  file_system_id = aws_efs_file_system.policy.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_file_system" "one_zone" {
  creation_token         = "one-zone"
  availability_zone_name = "us-east-1a"
}

resource "aws_efs_file_system" "selected" {
  creation_token = "selected"
}

resource "aws_efs_file_system" "tagged" {
  for_each       = toset(["tagged"])
  creation_token = each.key
  tags           = { Backup = "daily" }
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "records"
  }
}

resource "aws_backup_selection" "selected" {
  name         = "selected"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_efs_file_system.selected.arn]
}

resource "aws_backup_region_settings" "all" {
  resource_type_opt_in_preference = { EFS = true }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}
