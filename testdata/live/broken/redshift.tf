resource "aws_redshift_cluster" "phi-reports" {
  cluster_identifier           = "phi-reports"
  node_type                    = "ra3.large"
  master_username              = "root"
  manage_master_password       = true
  cluster_parameter_group_name = "default.redshift-1.0"
  encrypted                    = false
  publicly_accessible          = true
  enhanced_vpc_routing         = false
  allow_version_upgrade        = false
  tags                         = { team = "billing" }
}
