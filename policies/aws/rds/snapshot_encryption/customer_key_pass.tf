resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

resource "aws_db_instance" "records" {
  identifier        = "records"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_rds_cluster" "records" {
  cluster_identifier = "records-cluster"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
  kms_key_id         = aws_kms_key.records.arn
}

resource "aws_db_snapshot" "of_records" {
  db_instance_identifier = aws_db_instance.records.identifier
  db_snapshot_identifier = "of-records"
}

resource "aws_db_snapshot_copy" "of_records" {
  source_db_snapshot_identifier = aws_db_snapshot.of_records.db_snapshot_arn
  target_db_snapshot_identifier = "copy-of-records"
}

resource "aws_db_cluster_snapshot" "of_records" {
  db_cluster_identifier          = aws_rds_cluster.records.id
  db_cluster_snapshot_identifier = "of-records-cluster"
}

resource "aws_rds_cluster_snapshot_copy" "of_records" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.of_records.db_cluster_snapshot_arn
  target_db_cluster_snapshot_identifier = "copy-of-records-cluster"
}

resource "aws_db_instance" "default_key" {
  identifier        = "default_key"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
}

resource "aws_rds_cluster" "default_key" {
  cluster_identifier = "default_key-cluster"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

# want: fail customer_key
resource "aws_db_snapshot" "of_default_key" {
  db_instance_identifier = aws_db_instance.default_key.identifier
  db_snapshot_identifier = "of-default-key"
}

# A copy may have another key.
resource "aws_db_snapshot_copy" "under_our_key" {
  source_db_snapshot_identifier = aws_db_snapshot.of_default_key.db_snapshot_arn
  target_db_snapshot_identifier = "under-our-key"
  kms_key_id                    = aws_kms_key.records.arn
}

resource "aws_rds_cluster_snapshot_copy" "under_our_key" {
  source_db_cluster_snapshot_identifier = "rds:default-key-cluster-2026-01-01"
  target_db_cluster_snapshot_identifier = "under-our-key-cluster"
  kms_key_id                            = aws_kms_key.records.arn
}

resource "aws_db_instance_automated_backups_replication" "records" {
  source_db_instance_arn = aws_db_instance.records.arn
  kms_key_id             = aws_kms_key.records.arn
}
