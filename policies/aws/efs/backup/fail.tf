resource "aws_efs_file_system" "silent" {
  creation_token = "silent"
}

resource "aws_efs_file_system" "off" {
  creation_token         = "off"
  availability_zone_name = "us-east-1a"
  tags                   = { Backup = "never" }
}

resource "aws_efs_backup_policy" "off" {
  file_system_id = aws_efs_file_system.off.id

  backup_policy {
    status = "DISABLED"
  }
}

resource "aws_backup_region_settings" "all" {
  resource_type_opt_in_preference = { EFS = true }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = "1234abcd"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}
