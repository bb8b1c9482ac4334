variable "days" {
  type    = number
  default = 14
}

resource "aws_neptune_cluster" "graph" {
  cluster_identifier             = "graph"
  backup_retention_period        = var.days
  deletion_protection            = true
  enable_cloudwatch_logs_exports = ["audit", "slowquery"]

}

resource "aws_neptune_cluster_instance" "one" {
  identifier         = "one"
  cluster_identifier = "graph"
  instance_class     = "db.r6g.large"
}

resource "aws_neptune_cluster_instance" "two" {
  identifier          = "two"
  cluster_identifier  = "graph"
  instance_class      = "db.r6g.large"
  publicly_accessible = false
}

