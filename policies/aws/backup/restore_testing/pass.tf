resource "aws_backup_restore_testing_plan" "monthly" {
  name                = "monthly"
  schedule_expression = "cron(0 5 1 * ? *)"

  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT"]
  }
}

resource "aws_backup_restore_testing_selection" "each" {
  for_each                  = toset(["RDS", "EFS"])
  name                      = lower(each.key)
  restore_testing_plan_name = aws_backup_restore_testing_plan.monthly.name
  protected_resource_type   = each.key
  iam_role_arn              = "arn:aws:iam::111122223333:role/backup"
}
