variable "setting" {
  type = object({
    on = optional(bool, true)
  })
  default = {}
}

resource "aws_redshift_cluster" "written" {
  cluster_identifier     = "written"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  publicly_accessible    = true
}

resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier     = "by-variable"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  publicly_accessible    = var.setting.on
}

resource "aws_redshiftserverless_workgroup" "teams" {
  count = 2

  namespace_name      = "claims"
  workgroup_name      = "team-${count.index}"
  publicly_accessible = true
}
