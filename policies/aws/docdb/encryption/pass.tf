resource "aws_kms_key" "records" {
  description         = "Records"
  enable_key_rotation = true
}

locals {
  clusters = { papers = true, notes = "true" }
}

resource "aws_docdb_cluster" "each" {
  for_each = local.clusters

  cluster_identifier          = each.key
  master_username             = "clinic"
  manage_master_user_password = true
  storage_encrypted           = each.value
}

resource "aws_docdb_cluster_parameter_group" "strict" {
  name   = "strict"
  family = "docdb5.0"

  parameter {
    name  = "ttl_monitor"
    value = "disabled"
  }

  parameter {
    name  = "tls"
    value = "tls1.2+"
  }

  parameter {
    name  = "audit_logs"
    value = "all"
  }
}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier              = "charts"
  master_username                 = "clinic"
  manage_master_user_password     = true
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.records.arn
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.strict.name
  tags                            = { DataClass = "PHI" }

}

resource "aws_docdb_global_cluster" "world" {
  global_cluster_identifier = "world"
  engine                    = "docdb"
  storage_encrypted         = true
}
