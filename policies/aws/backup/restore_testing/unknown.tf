variable "schedule" {
  type = string
}

variable "test" {
  type = bool
}

# want: unknown frequency
# want: unknown selected
resource "aws_backup_restore_testing_plan" "schedule" {
  name                = "schedule"
  schedule_expression = var.schedule

  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT"]
  }
}

resource "aws_backup_restore_testing_selection" "rds" {
  count                     = var.test ? 1 : 0
  name                      = "rds"
  restore_testing_plan_name = aws_backup_restore_testing_plan.schedule.name
  protected_resource_type   = "RDS"
  iam_role_arn              = "arn:aws:iam::111122223333:role/backup"
}
