variable "setting" {
  type    = bool
  default = true
}

resource "aws_redshift_cluster" "claims" {
  cluster_identifier     = "claims"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  enhanced_vpc_routing   = var.setting
}

resource "aws_redshift_cluster" "quoted" {
  cluster_identifier     = "quoted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  enhanced_vpc_routing   = "true"
}

resource "aws_redshiftserverless_workgroup" "teams" {
  for_each = toset(["billing", "research"])

  namespace_name       = "claims"
  workgroup_name       = each.key
  enhanced_vpc_routing = true
}
