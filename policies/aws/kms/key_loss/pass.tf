resource "aws_kms_key" "records" {
  description             = "Patient records"
  deletion_window_in_days = 30
  tags                    = { DataClass = "PHI" }
}

resource "aws_db_instance" "charts" {
  identifier        = "charts"
  engine            = "postgres"
  instance_class    = "db.t3.medium"
  storage_encrypted = true
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_kms_key" "silent" {
  for_each    = toset(["logs", "queues"])
  description = each.key
}

# Nothing uses it.
# want: not_applicable usable
# want: pass window
resource "aws_kms_key" "old" {
  description = "Old"
  is_enabled  = false
}
