variable "retention" {
  type = number
}

variable "source_database" {
  type = string
}

variable "class" {
  type = string
}

# want: unknown minimum
resource "aws_db_instance" "by_variable" {
  identifier                  = "by-variable"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  backup_retention_period     = var.retention
}

# A restored instance keeps what its snapshot was made with.
# want: unknown minimum
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "records-2026-01-01"
}

# want: unknown minimum
# want: unknown phi_minimum
resource "aws_db_instance" "perhaps_a_replica" {
  identifier          = "perhaps-a-replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = var.source_database

  tags = { DataClass = "PHI" }
}

# want: pass minimum
# want: unknown phi_minimum
resource "aws_rds_cluster" "of_unknown_class" {
  cluster_identifier          = "of-unknown-class"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7

  tags = { DataClass = var.class }
}

# want: unknown minimum
resource "aws_rds_cluster" "by_variable" {
  cluster_identifier          = "by-variable"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = var.retention
}
