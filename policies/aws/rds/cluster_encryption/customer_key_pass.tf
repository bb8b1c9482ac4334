resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

resource "aws_rds_cluster" "by_reference" {
  cluster_identifier = "by-reference"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
  kms_key_id         = aws_kms_key.records.arn
}

resource "aws_rds_cluster" "by_arn" {
  for_each = toset(["billing", "scheduling"])

  cluster_identifier = each.key
  engine             = "aurora-postgresql"
  storage_encrypted  = true
  kms_key_id         = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
