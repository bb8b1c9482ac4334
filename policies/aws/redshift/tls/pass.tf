locals {
  parameters = {
    require_ssl                  = "true"
    enable_user_activity_logging = "true"
  }
}

resource "aws_redshift_parameter_group" "tls" {
  name   = "tls"
  family = "redshift-1.0"

  dynamic "parameter" {
    for_each = local.parameters

    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}

resource "aws_redshift_cluster" "by_reference" {
  cluster_identifier           = "by-reference"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.tls.name
}

resource "aws_redshift_cluster" "by_name" {
  cluster_identifier           = "by-name"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = "tls"
}

resource "aws_redshift_cluster" "new_default" {
  cluster_identifier           = "new-default"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = "default.redshift-2.0"
}

resource "aws_redshift_parameter_group" "newer" {
  name   = "newer"
  family = "redshift-2.0"
}

resource "aws_redshift_cluster" "newer" {
  cluster_identifier           = "newer"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.newer.name
}

resource "aws_redshiftserverless_workgroup" "claims" {
  namespace_name = "claims"
  workgroup_name = "claims"

  config_parameter {
    parameter_key   = "search_path"
    parameter_value = "$user, public"
  }

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "true"
  }
}
