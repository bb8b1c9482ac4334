variable "key" {
  type = string
}

data "aws_kms_alias" "rds" {
  name = "alias/aws/rds"
}

# want: unknown customer_key
resource "aws_rds_cluster" "by_variable" {
  cluster_identifier = "by-variable"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
  kms_key_id         = var.key
}

# Whose key a data source finds is not in the code.
# want: unknown customer_key
resource "aws_rds_cluster" "by_data" {
  cluster_identifier = "by-data"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
  kms_key_id         = data.aws_kms_alias.rds.target_key_arn
}

# A restored database has the key of its snapshot.
# want: unknown customer_key
resource "aws_rds_cluster" "restored" {
  cluster_identifier  = "restored"
  snapshot_identifier = "rds:production-2026-01-01"
  engine              = "aurora-postgresql"
  storage_encrypted   = true
}
