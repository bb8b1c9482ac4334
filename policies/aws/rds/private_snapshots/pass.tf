data "aws_caller_identity" "current" {}

resource "aws_db_instance" "records" {
  identifier        = "records"
  instance_class    = "db.m7g.large"
  storage_encrypted = true

  tags = { DataClass = "PHI" }
}

resource "aws_db_snapshot" "private" {
  db_instance_identifier = aws_db_instance.records.identifier
  db_snapshot_identifier = "records-before-upgrade"
}

resource "aws_db_snapshot_copy" "kept" {
  source_db_snapshot_identifier = aws_db_snapshot.private.db_snapshot_arn
  target_db_snapshot_identifier = "records-kept"
  shared_accounts               = [data.aws_caller_identity.current.account_id]
}

resource "aws_rds_cluster" "claims" {
  cluster_identifier = "claims"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

resource "aws_db_cluster_snapshot" "private" {
  db_cluster_identifier          = aws_rds_cluster.claims.cluster_identifier
  db_cluster_snapshot_identifier = "claims-before-upgrade"
  shared_accounts                = []
}

# It holds no PHI, so that sharing it with one account is no matter of this rule.
# want: pass public
# want: not_applicable accounts
resource "aws_rds_cluster_snapshot_copy" "demonstration" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.private.db_cluster_snapshot_arn
  target_db_cluster_snapshot_identifier = "demonstration"
  shared_accounts                       = ["444455556666"]
}
