resource "aws_kms_key" "charts" {}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier = "charts"
  storage_encrypted  = true
  kms_key_id         = aws_kms_key.charts.arn
}
