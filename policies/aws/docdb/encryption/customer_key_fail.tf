resource "aws_docdb_cluster" "charts" {
  cluster_identifier = "charts"
  storage_encrypted  = true
}
