resource "aws_docdb_cluster_parameter_group" "notes" {
  name   = "notes"
  family = "docdb5.0"
  parameter {
    name  = "tls"
    value = "disabled"
  }
  parameter {
    name  = "audit_logs"
    value = "disabled"
  }
}

resource "aws_docdb_cluster" "notes" {
  cluster_identifier              = "notes"
  engine_version                  = "5.0.0"
  master_username                 = "root"
  manage_master_user_password     = true
  backup_retention_period         = 1
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.notes.name
  skip_final_snapshot             = true
  tags                            = { team = "billing" }
}

resource "aws_neptune_cluster" "graph" {
  cluster_identifier      = "graph"
  engine_version          = "1.3.2.1"
  backup_retention_period = 1
  skip_final_snapshot     = true
  tags                    = { team = "billing" }
}
