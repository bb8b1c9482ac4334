variable "encrypted" {
  type    = bool
  default = false
}

resource "aws_db_instance" "legacy" {
  identifier     = "legacy"
  instance_class = "db.t3.small"
}

resource "aws_db_snapshot" "legacy" {
  count = 2

  db_instance_identifier = aws_db_instance.legacy.identifier
  db_snapshot_identifier = "legacy-${count.index}"
}

resource "aws_db_snapshot_copy" "legacy" {
  source_db_snapshot_identifier = aws_db_snapshot.legacy[0].db_snapshot_arn
  target_db_snapshot_identifier = "legacy-copy"
}

# The source is found by its name, too.
resource "aws_db_snapshot_copy" "by_name" {
  source_db_snapshot_identifier = "arn:aws:rds:us-east-1:111122223333:snapshot:legacy-1"
  target_db_snapshot_identifier = "legacy-copy-by-name"
  kms_key_id                    = ""
}

resource "aws_rds_cluster" "claims" {
  cluster_identifier = "claims"
  engine             = "aurora-postgresql"
  storage_encrypted  = var.encrypted
}

resource "aws_db_cluster_snapshot" "claims" {
  db_cluster_identifier          = aws_rds_cluster.claims.cluster_identifier
  db_cluster_snapshot_identifier = "claims-before-upgrade"
}

resource "aws_rds_cluster_snapshot_copy" "claims" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.claims.id
  target_db_cluster_snapshot_identifier = "claims-kept"
}

resource "aws_db_instance_automated_backups_replication" "legacy" {
  source_db_instance_arn = aws_db_instance.legacy.arn
  retention_period       = 14
}
