resource "aws_neptune_cluster" "graph" {
  cluster_identifier      = "graph"
  engine_version          = "1.3.2.1"
  backup_retention_period = 1
  skip_final_snapshot     = true
  tags                    = { team = "billing" }
}
