provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_db_instance" "records" {
  identifier        = "records"
  instance_class    = "db.m7g.large"
  storage_encrypted = true
}

resource "aws_db_instance" "legacy" {
  identifier     = "legacy"
  instance_class = "db.t3.small"
}

resource "aws_db_snapshot" "records" {
  db_instance_identifier = aws_db_instance.records.identifier
  db_snapshot_identifier = "records-before-upgrade"
}

resource "aws_db_snapshot_copy" "records" {
  source_db_snapshot_identifier = aws_db_snapshot.records.db_snapshot_arn
  target_db_snapshot_identifier = "records-kept"
}

# want: fail
resource "aws_db_snapshot" "legacy" {
  db_instance_identifier = "legacy"
  db_snapshot_identifier = "legacy-in-the-clear"
}

# A key encrypts the copy of what is not encrypted.
resource "aws_db_snapshot_copy" "legacy" {
  source_db_snapshot_identifier = aws_db_snapshot.legacy.db_snapshot_arn
  target_db_snapshot_identifier = "legacy-encrypted"
  kms_key_id                    = aws_kms_key.backups.arn
}

resource "aws_kms_key" "backups" {
  description         = "Backups"
  enable_key_rotation = true
}

resource "aws_rds_cluster" "claims" {
  cluster_identifier = "claims"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

resource "aws_db_cluster_snapshot" "claims" {
  db_cluster_identifier          = aws_rds_cluster.claims.id
  db_cluster_snapshot_identifier = "claims-before-upgrade"
}

resource "aws_rds_cluster_snapshot_copy" "claims" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.claims.db_cluster_snapshot_arn
  target_db_cluster_snapshot_identifier = "claims-kept"
}

# Nothing is known of the snapshot but that the copy gets a key.
resource "aws_rds_cluster_snapshot_copy" "received" {
  source_db_cluster_snapshot_identifier = "arn:aws:rds:us-east-1:444455556666:cluster-snapshot:received"
  target_db_cluster_snapshot_identifier = "received"
  kms_key_id                            = aws_kms_key.backups.arn
}

resource "aws_db_instance_automated_backups_replication" "records" {
  provider               = aws.west
  source_db_instance_arn = aws_db_instance.records.arn
}

resource "aws_db_instance_automated_backups_replication" "keyed" {
  provider               = aws.west
  source_db_instance_arn = "arn:aws:rds:us-east-1:111122223333:db:images"
  kms_key_id             = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
