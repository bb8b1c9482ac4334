resource "aws_db_instance" "records" {
  for_each            = { unset = null, zero = 0 }
  identifier          = each.key
  engine              = "postgres"
  instance_class      = "db.t3.medium"
  allocated_storage   = 20
  monitoring_interval = each.value
}

# want: not_applicable
resource "aws_rds_cluster" "charts" {
  cluster_identifier = "charts"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "charts" {
  identifier         = "charts-1"
  cluster_identifier = aws_rds_cluster.charts.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster" "visits" {
  cluster_identifier        = "visits"
  engine                    = "postgres"
  db_cluster_instance_class = "db.m6gd.large"
  storage_type              = "io1"
  iops                      = 1000
  allocated_storage         = 100
}
