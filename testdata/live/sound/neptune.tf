resource "aws_kms_key" "graphs" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_neptune_cluster" "relations" {
  cluster_identifier                  = "relations"
  engine_version                      = "1.3.2.1"
  storage_encrypted                   = true
  kms_key_arn                         = aws_kms_key.graphs.arn
  backup_retention_period             = 35
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  enable_cloudwatch_logs_exports      = ["audit"]
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "relations-final"
  tags                                = local.phi
}
