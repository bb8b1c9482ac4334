# want: fail protected
resource "aws_db_instance" "omitted" {
  identifier                  = "omitted"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
}

# want: fail protected
# want: not_applicable final_snapshot
resource "aws_db_instance" "off" {
  identifier                  = "off"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  deletion_protection         = false
  skip_final_snapshot         = true
}

# want: pass protected
# want: fail final_snapshot
resource "aws_db_instance" "without_snapshot" {
  identifier                  = "without-snapshot"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  deletion_protection         = true
  skip_final_snapshot         = true

  tags = { DataClass = "PHI" }
}

# want: fail protected
# want: not_applicable final_snapshot
resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.without_snapshot.identifier
  skip_final_snapshot = true

  tags = { DataClass = "PHI" }
}

# want: fail protected
resource "aws_rds_cluster" "reports" {
  cluster_identifier          = "reports"
  engine                      = "aurora-mysql"
  master_username             = "clinic"
  manage_master_user_password = true
}

# want: fail protected
# want: fail final_snapshot
resource "aws_rds_cluster" "charts" {
  count = 2

  cluster_identifier          = "charts-${count.index}"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  deletion_protection         = count.index > 1
  skip_final_snapshot         = true

  tags = { HIPAA = "true" }
}
