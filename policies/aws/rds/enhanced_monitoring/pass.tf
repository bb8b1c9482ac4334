resource "aws_iam_role" "monitoring" {
  name               = "rds-monitoring"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "monitoring.rds.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_db_instance" "records" {
  for_each            = { records = 60, scans = 15 }
  identifier          = each.key
  engine              = "postgres"
  instance_class      = "db.t3.medium"
  allocated_storage   = 20
  monitoring_interval = each.value
  monitoring_role_arn = aws_iam_role.monitoring.arn
}

# want: not_applicable
resource "aws_rds_cluster" "charts" {
  cluster_identifier = "charts"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "charts" {
  count               = 2
  identifier          = "charts-${count.index}"
  cluster_identifier  = aws_rds_cluster.charts.id
  engine              = "aurora-postgresql"
  instance_class      = "db.r6g.large"
  monitoring_interval = "30"
  monitoring_role_arn = aws_iam_role.monitoring.arn
}

# This one sets it for its members.
# want: not_applicable
resource "aws_rds_cluster" "letters" {
  cluster_identifier  = "letters"
  engine              = "aurora-mysql"
  monitoring_interval = 60
  monitoring_role_arn = aws_iam_role.monitoring.arn
}

resource "aws_rds_cluster_instance" "letters" {
  identifier         = "letters-1"
  cluster_identifier = aws_rds_cluster.letters.id
  engine             = "aurora-mysql"
  instance_class     = "db.r6g.large"
}

# A Multi-AZ cluster's instances are none of their own.
resource "aws_rds_cluster" "visits" {
  cluster_identifier        = "visits"
  engine                    = "postgres"
  db_cluster_instance_class = "db.m6gd.large"
  storage_type              = "io1"
  iops                      = 1000
  allocated_storage         = 100
  monitoring_interval       = 60
  monitoring_role_arn       = aws_iam_role.monitoring.arn
}
