resource "aws_kms_key" "documents" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_docdb_cluster_parameter_group" "papers" {
  name   = "papers"
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

resource "aws_docdb_cluster" "papers" {
  cluster_identifier              = "papers"
  engine_version                  = "5.0.0"
  master_username                 = "root"
  manage_master_user_password     = true
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.documents.arn
  backup_retention_period         = 35
  deletion_protection             = true
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.papers.name
  enabled_cloudwatch_logs_exports = ["audit"]
  skip_final_snapshot             = false
  final_snapshot_identifier       = "papers-final"
  tags                            = local.phi
}

resource "aws_neptune_cluster" "relations" {
  cluster_identifier                  = "relations"
  engine_version                      = "1.3.2.1"
  storage_encrypted                   = true
  kms_key_arn                         = aws_kms_key.documents.arn
  backup_retention_period             = 35
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  enable_cloudwatch_logs_exports      = ["audit"]
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "relations-final"
  tags                                = local.phi
}
