variable "upgrade" {
  type = bool
}

resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier     = "by-variable"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  allow_version_upgrade  = var.upgrade
}
