resource "aws_efs_file_system" "charts" {
  creation_token = "charts"
  tags           = { Backup = "daily", Team = "records", Stage = "prod-eu" }
}

resource "aws_backup_region_settings" "all" {
  resource_type_opt_in_preference = { EFS = true }
}

resource "aws_backup_selection" "conditions" {
  name         = "conditions"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = ["*"]

  condition {
    string_equals {
      key   = "aws:ResourceTag/Backup"
      value = "daily"
    }
    string_like {
      key   = "aws:ResourceTag/Stage"
      value = "prod-*"
    }
    string_not_equals {
      key   = "aws:ResourceTag/Team"
      value = "sandbox"
    }
    string_not_like {
      key   = "aws:ResourceTag/Team"
      value = "test-*"
    }
  }
}
