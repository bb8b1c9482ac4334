variable "retention" {
  type    = number
  default = 3
}

locals {
  phi = { DataClass = "PHI" }
}

# want: fail minimum
# want: not_applicable phi_minimum
resource "aws_db_instance" "omitted" {
  identifier                  = "omitted"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
}

# want: fail minimum
resource "aws_db_instance" "off" {
  identifier                  = "off"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 0
}

# want: fail minimum
resource "aws_rds_cluster" "omitted" {
  cluster_identifier          = "omitted"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
}

# want: fail minimum
resource "aws_rds_cluster" "short" {
  cluster_identifier          = "short"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = var.retention
}

# want: pass minimum
# want: fail phi_minimum
resource "aws_db_instance" "records" {
  identifier                  = "records"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 14

  tags = local.phi
}

# Its plan does not keep long enough either.
# want: fail minimum
# want: fail phi_minimum
resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

  tags = local.phi
}

# The selection does not name this one.
# want: pass minimum
# want: fail phi_minimum
resource "aws_rds_cluster" "forgotten" {
  cluster_identifier          = "forgotten"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 34

  tags = local.phi
}

resource "aws_backup_plan" "weekly" {
  name = "weekly"

  rule {
    rule_name         = "weekly"
    target_vault_name = "main"
    schedule          = "cron(0 5 ? * SUN *)"

    lifecycle {
      delete_after = 28
    }
  }
}

resource "aws_backup_selection" "charts" {
  name         = "charts"
  plan_id      = aws_backup_plan.weekly.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_rds_cluster.charts.arn]
}

# A selection by tag, of a plan that is too short for anything in it.
resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.weekly.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "weekly"
  }
}
