variable "key" {
  type = string
}

data "aws_kms_alias" "rds" {
  name = "alias/aws/rds"
}

# want: unknown customer_key
resource "aws_db_instance" "by_variable" {
  identifier        = "by-variable"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = var.key
}

# Whose key a data source finds is not in the code.
# want: unknown customer_key
resource "aws_db_instance" "by_data" {
  identifier        = "by-data"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = data.aws_kms_alias.rds.target_key_arn
}

# A restored database has the key of its snapshot.
# want: unknown customer_key
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.r6g.large"
  snapshot_identifier = "rds:production-2026-01-01"
  storage_encrypted   = true
}
