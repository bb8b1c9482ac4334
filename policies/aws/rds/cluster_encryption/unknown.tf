variable "encrypted" {
  type = bool
}

variable "engine_mode" {
  type = string
}

resource "aws_rds_cluster" "by_variable" {
  cluster_identifier          = "by-variable"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  storage_encrypted           = var.encrypted
}

# Only the legacy serverless mode is encrypted without being asked.
resource "aws_rds_cluster" "by_mode" {
  cluster_identifier = "by-mode"
  engine             = "aurora-mysql"
  engine_mode        = var.engine_mode
  master_username    = "clinic"
  master_password    = "set-by-rotation"
}

# Replicas and restores are encrypted where their source is.
resource "aws_rds_cluster" "from_snapshot" {
  cluster_identifier  = "restored"
  engine              = "aurora-postgresql"
  snapshot_identifier = "records-2026-01-01"
}

resource "aws_rds_cluster" "replica" {
  cluster_identifier            = "replica"
  engine                        = "aurora-postgresql"
  replication_source_identifier = "arn:aws:rds:us-east-1:111122223333:cluster:records"
}

resource "aws_rds_cluster" "from_the_past" {
  cluster_identifier = "earlier"
  engine             = "aurora-postgresql"

  restore_to_point_in_time {
    source_cluster_identifier  = "records"
    use_latest_restorable_time = true
  }
}

resource "aws_rds_cluster" "secondary" {
  cluster_identifier        = "secondary"
  engine                    = "aurora-postgresql"
  global_cluster_identifier = "records"
}

resource "aws_rds_global_cluster" "of_a_cluster" {
  global_cluster_identifier    = "of-a-cluster"
  source_db_cluster_identifier = "arn:aws:rds:us-east-1:111122223333:cluster:records"
}
