# want: fail frequency
# want: pass selected
resource "aws_backup_restore_testing_plan" "yearly" {
  name                = "yearly"
  schedule_expression = "cron(0 5 1 1 ? *)"

  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT"]
  }
}

resource "aws_backup_restore_testing_selection" "rds" {
  name                      = "rds"
  restore_testing_plan_name = "yearly"
  protected_resource_type   = "RDS"
  iam_role_arn              = "arn:aws:iam::111122223333:role/backup"
}

# want: pass frequency
# want: fail selected
resource "aws_backup_restore_testing_plan" "idle" {
  name                = "idle"
  schedule_expression = "rate(7 days)"

  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT"]
  }
}
