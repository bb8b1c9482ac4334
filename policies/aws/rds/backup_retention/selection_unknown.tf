# Which resources carry a tag when a backup is made cannot be seen here.
variable "plan_id" {
  type = string
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 90
    }
  }
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

# want: pass minimum
# want: unknown phi_minimum
resource "aws_db_instance" "records" {
  identifier                  = "records"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7

  tags = { DataClass = "PHI", Backup = "daily" }
}

# A condition may leave out what the selection names.
# want: pass minimum
# want: unknown phi_minimum
resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7

  tags = { DataClass = "PHI" }
}

resource "aws_backup_selection" "conditional" {
  name         = "conditional"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_rds_cluster.charts.arn]

  condition {
    string_equals {
      key   = "aws:ResourceTag/Environment"
      value = "prod"
    }
  }
}

# The plan is in another stack.
# want: pass minimum
# want: unknown phi_minimum
resource "aws_rds_cluster" "claims" {
  cluster_identifier          = "claims"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7

  tags = { DataClass = "PHI" }
}

resource "aws_backup_selection" "elsewhere" {
  name         = "elsewhere"
  plan_id      = var.plan_id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_rds_cluster.claims.arn]
}
