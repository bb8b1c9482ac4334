variable "key" {
  type = string
}

resource "aws_db_instance" "by_variable" {
  identifier        = "by-variable"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = var.key
}

# want: unknown customer_key
resource "aws_db_snapshot" "by_variable" {
  db_instance_identifier = aws_db_instance.by_variable.identifier
  db_snapshot_identifier = "by-variable"
}

# The database stands in another stack.
# want: unknown customer_key
resource "aws_db_cluster_snapshot" "elsewhere" {
  db_cluster_identifier          = "warehouse"
  db_cluster_snapshot_identifier = "elsewhere"
}

# want: unknown customer_key
resource "aws_db_snapshot_copy" "by_variable" {
  source_db_snapshot_identifier = aws_db_snapshot.by_variable.db_snapshot_arn
  target_db_snapshot_identifier = "copy"
  kms_key_id                    = var.key
}
