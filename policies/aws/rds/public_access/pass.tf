variable "public" {
  type    = bool
  default = false
}

resource "aws_db_subnet_group" "private" {
  name       = "private"
  subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_db_instance" "omitted" {
  identifier                  = "records"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  db_subnet_group_name        = aws_db_subnet_group.private.name
  username                    = "clinic"
  manage_master_user_password = true
}

resource "aws_db_instance" "private" {
  identifier                  = "billing"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  db_subnet_group_name        = aws_db_subnet_group.private.name
  username                    = "clinic"
  manage_master_user_password = true
  publicly_accessible         = var.public
}

resource "aws_db_instance" "replica" {
  identifier          = "records-replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.omitted.identifier
  publicly_accessible = false
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "charts" {
  count = 2

  identifier           = "charts-${count.index}"
  cluster_identifier   = aws_rds_cluster.charts.id
  engine               = aws_rds_cluster.charts.engine
  instance_class       = "db.r6g.large"
  db_subnet_group_name = aws_db_subnet_group.private.name
}

resource "aws_rds_cluster_instance" "reader" {
  identifier          = "charts-reader"
  cluster_identifier  = aws_rds_cluster.charts.id
  engine              = aws_rds_cluster.charts.engine
  instance_class      = "db.r6g.large"
  publicly_accessible = false
}

resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = false
}

resource "aws_dms_replication_instance" "omitted" {
  replication_instance_id    = "omitted"
  replication_instance_class = "dms.t3.medium"
}
