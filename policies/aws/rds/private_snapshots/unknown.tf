variable "accounts" {
  type = list(string)
}

resource "aws_organizations_account" "analytics" {
  name  = "analytics"
  email = "analytics@example.org"
}

# want: unknown public
# want: unknown accounts
resource "aws_db_snapshot" "given" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "phi-given"
  shared_accounts        = var.accounts
}

# The account has no number before apply.
# want: pass public
# want: unknown accounts
resource "aws_db_cluster_snapshot" "analytics" {
  db_cluster_identifier          = "phi-claims"
  db_cluster_snapshot_identifier = "phi-analytics"
  shared_accounts                = [aws_organizations_account.analytics.id]
}

# The database that it was taken of may hold PHI: it is not declared here.
# want: pass public
# want: unknown accounts
resource "aws_db_snapshot" "elsewhere" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "for-the-auditors"
  shared_accounts        = ["444455556666"]
}

# So may the snapshot that it is a copy of.
# want: unknown accounts
resource "aws_db_snapshot_copy" "elsewhere" {
  source_db_snapshot_identifier = "arn:aws:rds:us-east-1:111122223333:snapshot:records-before-upgrade"
  target_db_snapshot_identifier = "copy-for-the-auditors"
  shared_accounts               = ["444455556666"]
}

# want: unknown public
resource "aws_rds_cluster_snapshot_copy" "given" {
  source_db_cluster_snapshot_identifier = "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:claims"
  target_db_cluster_snapshot_identifier = "copy-given"
  shared_accounts                       = var.accounts
}
