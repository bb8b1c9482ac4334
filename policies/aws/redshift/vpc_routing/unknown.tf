variable "setting" {
  type = bool
}

resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier     = "by-variable"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  enhanced_vpc_routing   = var.setting
}

resource "aws_redshiftserverless_workgroup" "by_variable" {
  namespace_name       = "claims"
  workgroup_name       = "by-variable"
  enhanced_vpc_routing = var.setting
}
