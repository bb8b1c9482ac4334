variable "setting" {
  type = bool
}

resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier     = "by-variable"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  publicly_accessible    = var.setting
}

resource "aws_redshiftserverless_workgroup" "by_variable" {
  namespace_name      = "claims"
  workgroup_name      = "by-variable"
  publicly_accessible = var.setting
}
