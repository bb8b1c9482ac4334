variable "protected" {
  type    = bool
  default = true
}

resource "aws_db_instance" "billing" {
  identifier                  = "billing"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  deletion_protection         = true
  skip_final_snapshot         = true

  tags = { DataClass = "Internal" }
}

resource "aws_db_instance" "records" {
  identifier                  = "records"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  deletion_protection         = var.protected
  final_snapshot_identifier   = "records-final"

  tags = { DataClass = "PHI" }
}

# RDS takes no final snapshot of a read replica.
resource "aws_db_instance" "records_replica" {
  identifier          = "records-replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.records.identifier
  deletion_protection = true
  skip_final_snapshot = true

  tags = { DataClass = "PHI" }
}

resource "aws_rds_cluster" "charts" {
  for_each = toset(["east", "west"])

  cluster_identifier          = "charts-${each.key}"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  deletion_protection         = true
  skip_final_snapshot         = false
  final_snapshot_identifier   = "charts-${each.key}-final"

  tags = { HIPAA = "true" }
}

resource "aws_rds_cluster" "reports" {
  cluster_identifier          = "reports"
  engine                      = "aurora-mysql"
  master_username             = "clinic"
  manage_master_user_password = true
  deletion_protection         = true
  skip_final_snapshot         = true
}
