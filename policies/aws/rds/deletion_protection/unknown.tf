variable "protected" {
  type = bool
}

variable "tags" {
  type = map(string)
}

variable "skip_final_snapshot" {
  type = bool
}

variable "source_database" {
  type = string
}

# want: unknown protected
# want: not_applicable final_snapshot
resource "aws_db_instance" "billing" {
  identifier                  = "billing"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  deletion_protection         = var.protected
  skip_final_snapshot         = true
}

# Whether it holds PHI is not known.
# want: pass protected
# want: unknown final_snapshot
resource "aws_db_instance" "tagged_later" {
  identifier                  = "tagged-later"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  deletion_protection         = true
  skip_final_snapshot         = true

  tags = var.tags
}

# want: unknown final_snapshot
resource "aws_db_instance" "perhaps_a_replica" {
  identifier          = "perhaps-a-replica"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  replicate_source_db = var.source_database
  deletion_protection = true
  skip_final_snapshot = true

  tags = { DataClass = "PHI" }
}

# want: unknown protected
# want: unknown final_snapshot
resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  deletion_protection         = !var.skip_final_snapshot
  skip_final_snapshot         = var.skip_final_snapshot

  tags = { HIPAA = "true" }
}
