# The default.
resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

}
resource "aws_db_instance" "visits" {
  identifier                  = "visits"
  engine                      = "mysql"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  auto_minor_version_upgrade  = true
  manage_master_user_password = true

}
resource "aws_rds_cluster_instance" "charts" {
  identifier         = "charts"
  cluster_identifier = "charts"
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "claims" {
  identifier                 = "claims"
  cluster_identifier         = "charts"
  engine                     = "aurora-postgresql"
  instance_class             = "db.r6g.large"
  auto_minor_version_upgrade = true
}

