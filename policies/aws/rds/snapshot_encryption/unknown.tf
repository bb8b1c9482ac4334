variable "key" {
  type = string
}

variable "database" {
  type = string
}

# The database is declared in another stack.
resource "aws_db_snapshot" "elsewhere" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "records-before-upgrade"
}

resource "aws_db_snapshot" "given" {
  db_instance_identifier = var.database
  db_snapshot_identifier = "given"
}

# So is the snapshot.
resource "aws_db_snapshot_copy" "elsewhere" {
  source_db_snapshot_identifier = "arn:aws:rds:us-east-1:111122223333:snapshot:nightly"
  target_db_snapshot_identifier = "nightly-kept"
}

# A restored database is encrypted as the snapshot is that it comes from.
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.m7g.large"
  snapshot_identifier = "rds:records-2026-01-15-03-00"
}

resource "aws_db_snapshot" "restored" {
  db_instance_identifier = aws_db_instance.restored.identifier
  db_snapshot_identifier = "restored"
}

resource "aws_db_cluster_snapshot" "elsewhere" {
  db_cluster_identifier          = "claims"
  db_cluster_snapshot_identifier = "claims-before-upgrade"
}

resource "aws_rds_cluster_snapshot_copy" "key_not_given" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.elsewhere.db_cluster_snapshot_arn
  target_db_cluster_snapshot_identifier = "claims-kept"
  kms_key_id                            = var.key
}

resource "aws_db_instance_automated_backups_replication" "elsewhere" {
  source_db_instance_arn = "arn:aws:rds:us-east-1:111122223333:db:images"
}
