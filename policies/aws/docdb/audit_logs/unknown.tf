variable "audit" {
  type = string
}

variable "logs" {
  type = list(string)
}

resource "aws_docdb_cluster_parameter_group" "by_variable" {
  name   = "by_variable"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = var.audit
  }
}

# want: unknown audited
# want: unknown exported
resource "aws_docdb_cluster" "by_variable" {
  cluster_identifier              = "by-variable"
  master_username                 = "clinic"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = var.logs
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.by_variable.name

}

# want: unknown audited
# want: pass exported
resource "aws_docdb_cluster" "group_elsewhere" {
  cluster_identifier              = "group-elsewhere"
  master_username                 = "clinic"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = ["audit"]
  db_cluster_parameter_group_name = "shared"

}

