variable "interval" {
  type = number
}

resource "aws_db_instance" "records" {
  identifier          = "records"
  engine              = "postgres"
  instance_class      = "db.t3.medium"
  allocated_storage   = 20
  monitoring_interval = var.interval
}

resource "aws_rds_cluster_instance" "charts" {
  identifier         = "charts-1"
  cluster_identifier = "charts"
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
