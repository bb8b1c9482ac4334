resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

resource "aws_db_instance" "by_reference" {
  identifier        = "by-reference"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_db_instance" "by_arn" {
  for_each = toset(["billing", "scheduling"])

  identifier        = each.key
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
