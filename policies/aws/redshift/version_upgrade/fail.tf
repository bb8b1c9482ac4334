resource "aws_redshift_cluster" "frozen" {
  cluster_identifier     = "frozen"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  allow_version_upgrade  = false
}
