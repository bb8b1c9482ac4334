resource "aws_docdb_cluster_parameter_group" "audited" {
  name   = "audited"
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "enabled"
  }

  parameter {
    name  = "audit_logs"
    value = "enabled"
  }
}

resource "aws_docdb_cluster_parameter_group" "writes" {
  name   = "writes"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "ddl,dml_write"
  }
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier              = "charts"
  master_username                 = "clinic"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.audited.name

}

resource "aws_docdb_cluster" "notes" {
  cluster_identifier              = "notes"
  master_username                 = "clinic"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = ["audit"]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.writes.name

}

