resource "aws_db_instance" "records" {
  identifier        = "records"
  instance_class    = "db.m7g.large"
  storage_encrypted = true

  tags = { DataClass = "PHI" }
}

# want: fail public
# want: pass accounts
resource "aws_db_snapshot" "public" {
  db_instance_identifier = aws_db_instance.records.identifier
  db_snapshot_identifier = "records-public"
  shared_accounts        = ["all"]
}

# want: pass public
# want: fail accounts
resource "aws_db_snapshot" "abroad" {
  for_each = toset(["444455556666", "777788889999"])

  db_instance_identifier = "records"
  db_snapshot_identifier = "records-for-${each.key}"
  shared_accounts        = [each.key]
}

# The copy holds what the database of its source held.
# want: fail accounts
resource "aws_db_snapshot_copy" "abroad" {
  source_db_snapshot_identifier = aws_db_snapshot.public.db_snapshot_arn
  target_db_snapshot_identifier = "records-copy"
  shared_accounts               = ["444455556666"]
}

resource "aws_rds_cluster" "claims" {
  cluster_identifier = "claims"
  engine             = "aurora-postgresql"
  storage_encrypted  = true

  tags = { HIPAA = "true" }
}

# want: fail public
# want: fail accounts
resource "aws_db_cluster_snapshot" "claims" {
  db_cluster_identifier          = aws_rds_cluster.claims.cluster_identifier
  db_cluster_snapshot_identifier = "claims-abroad"
  shared_accounts                = ["all", "444455556666"]
}

# want: fail accounts
resource "aws_rds_cluster_snapshot_copy" "claims" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.claims.db_cluster_snapshot_arn
  target_db_cluster_snapshot_identifier = "claims-copy"
  shared_accounts                       = ["444455556666"]
}
