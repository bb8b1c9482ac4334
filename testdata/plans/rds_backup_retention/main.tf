variable "retention" {
  type    = number
  default = 14
}

locals {
  phi = { DataClass = "PHI" }
}

resource "aws_db_instance" "billing" {
  identifier                  = "billing"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  backup_retention_period     = var.retention
}

resource "aws_db_instance" "minimum" {
  identifier                  = "minimum"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  backup_retention_period     = "7"

  tags = { DataClass = "Internal" }
}

resource "aws_db_instance" "records" {
  identifier                  = "records"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 35

  tags = local.phi
}

# A replica is backed up at its source.
# want: not_applicable minimum
resource "aws_db_instance" "records_replica" {
  identifier          = "records-replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.records.identifier
  skip_final_snapshot = true

  tags = local.phi
}

resource "aws_rds_cluster" "charts" {
  for_each = { a = 35, b = 35 }

  cluster_identifier          = "charts-${each.key}"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = each.value

  tags = local.phi
}

# AWS Backup keeps what RDS itself does not.
resource "aws_db_instance" "imaging" {
  identifier                  = "imaging"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7

  tags = local.phi
}

resource "aws_rds_cluster" "claims" {
  cluster_identifier          = "claims"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7

  tags = local.phi
}

resource "aws_rds_cluster" "archive" {
  cluster_identifier          = "archive"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7

  tags = local.phi
}

resource "aws_backup_vault" "main" {
  name = "main"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "hourly"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 * * * ? *)"

    lifecycle {
      delete_after = 7
    }
  }

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      cold_storage_after = 30
      delete_after       = 365
    }
  }
}

resource "aws_backup_plan" "forever" {
  name = "forever"

  rule {
    rule_name         = "monthly"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 5 1 * ? *)"
  }
}

resource "aws_backup_selection" "phi" {
  name         = "phi"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  resources = [
    aws_db_instance.imaging.arn,
    "arn:aws:rds:us-east-1:111122223333:cluster:claims",
  ]
}

resource "aws_backup_selection" "archive" {
  name         = "archive"
  plan_id      = aws_backup_plan.forever.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = values({ archive = aws_rds_cluster.archive.arn })
}
