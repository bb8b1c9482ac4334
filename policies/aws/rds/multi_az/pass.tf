locals {
  zones = ["a", "b"]
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  multi_az                    = true
  manage_master_user_password = true

}
# want: not_applicable
resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.orders.identifier
  skip_final_snapshot = true

}
resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster_instance" "charts" {
  count = length(local.zones)

  identifier         = "charts-${count.index}"
  cluster_identifier = aws_rds_cluster.charts.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster" "claims" {
  cluster_identifier          = "claims"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster_instance" "claims" {
  for_each = toset(local.zones)

  identifier         = "claims-${each.key}"
  cluster_identifier = aws_rds_cluster.claims.cluster_identifier
  engine             = aws_rds_cluster.claims.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster" "records" {
  cluster_identifier          = "records"
  engine                      = "postgres"
  master_username             = "clinic"
  db_cluster_instance_class   = "db.m6gd.large"
  allocated_storage           = 100
  iops                        = 3000
  storage_type                = "io1"
  manage_master_user_password = true

}
# want: not_applicable
resource "aws_rds_cluster" "old" {
  cluster_identifier          = "old"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  engine_mode                 = "serverless"
  manage_master_user_password = true

}
