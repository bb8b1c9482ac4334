resource "aws_docdb_cluster_parameter_group" "silent" {
  name   = "silent"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "disabled"
  }
}

resource "aws_docdb_cluster_parameter_group" "default" {
  name   = "default"
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "enabled"
  }
}

# want: fail audited
# want: fail exported
resource "aws_docdb_cluster" "omitted" {
  cluster_identifier          = "omitted"
  master_username             = "clinic"
  manage_master_user_password = true

}

# want: fail audited
# want: pass exported
resource "aws_docdb_cluster" "silent" {
  cluster_identifier              = "silent"
  master_username                 = "clinic"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = ["audit"]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.silent.name

}

# want: fail audited
# want: pass exported
resource "aws_docdb_cluster" "by_default" {
  cluster_identifier              = "by-default"
  master_username                 = "clinic"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = ["audit"]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.default.name

}

resource "aws_docdb_cluster_parameter_group" "audited" {
  name   = "audited"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "all"
  }
}

# want: pass audited
# want: fail exported
resource "aws_docdb_cluster" "kept_back" {
  cluster_identifier              = "kept-back"
  master_username                 = "clinic"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = ["profiler"]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.audited.name

}

