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
  db_snapshot_identifier = "of-default_key"
}

# want: fail customer_key
resource "aws_db_snapshot_copy" "of_default_key" {
  source_db_snapshot_identifier = aws_db_snapshot.of_default_key.db_snapshot_arn
  target_db_snapshot_identifier = "copy-of-default_key"
}

# want: fail customer_key
resource "aws_db_cluster_snapshot" "of_default_key" {
  db_cluster_identifier          = aws_rds_cluster.default_key.id
  db_cluster_snapshot_identifier = "of-default_key-cluster"
}

# want: fail customer_key
resource "aws_rds_cluster_snapshot_copy" "of_default_key" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.of_default_key.db_cluster_snapshot_arn
  target_db_cluster_snapshot_identifier = "copy-of-default_key-cluster"
}

# want: fail customer_key
resource "aws_db_snapshot" "again" {
  db_instance_identifier = aws_db_instance.default_key.identifier
  db_snapshot_identifier = "again"
}

# A key that is named counts, and this one is of AWS.
# want: fail customer_key
resource "aws_db_snapshot_copy" "under_a_key_of_aws" {
  source_db_snapshot_identifier = aws_db_snapshot.again.db_snapshot_arn
  target_db_snapshot_identifier = "under-a-key-of-aws"
  kms_key_id                    = "alias/aws/rds"
}

# In the other Region the key of this one is not.
# want: fail customer_key
resource "aws_db_instance_automated_backups_replication" "records" {
  source_db_instance_arn = aws_db_instance.records.arn
}
