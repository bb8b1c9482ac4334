resource "aws_redshift_parameter_group" "off" {
  name   = "off"
  family = "redshift-2.0"

  parameter {
    name  = "require_ssl"
    value = "false"
  }
}

resource "aws_redshift_parameter_group" "silent" {
  name   = "silent"
  family = "redshift-1.0"

  parameter {
    name  = "search_path"
    value = "$user, public"
  }
}

resource "aws_redshift_cluster" "off" {
  cluster_identifier           = "off"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.off.id
}

resource "aws_redshift_cluster" "silent" {
  cluster_identifier           = "silent"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.silent.name
}

resource "aws_redshift_cluster" "old_default" {
  cluster_identifier           = "old-default"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = "default.redshift-1.0"
}

resource "aws_redshiftserverless_workgroup" "claims" {
  namespace_name = "claims"
  workgroup_name = "claims"

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "false"
  }
}
