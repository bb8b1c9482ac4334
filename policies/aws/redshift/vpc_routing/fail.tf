variable "setting" {
  type = object({
    on = optional(bool, false)
  })
  default = {}
}

resource "aws_redshift_cluster" "written" {
  cluster_identifier     = "written"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  enhanced_vpc_routing   = false
}

resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier     = "by-variable"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  enhanced_vpc_routing   = var.setting.on
}

resource "aws_redshift_cluster" "omitted" {
  cluster_identifier     = "omitted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
}

resource "aws_redshiftserverless_workgroup" "omitted" {
  namespace_name = "claims"
  workgroup_name = "omitted"
}

resource "aws_redshiftserverless_workgroup" "teams" {
  count = 2

  namespace_name       = "claims"
  workgroup_name       = "team-${count.index}"
  enhanced_vpc_routing = false
}
