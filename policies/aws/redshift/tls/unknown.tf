variable "require_ssl" {
  type = bool
}

# AWS gives the cluster a default group, an older or a newer one.
resource "aws_redshift_cluster" "omitted" {
  cluster_identifier     = "omitted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
}

# The group is declared in another stack.
resource "aws_redshift_cluster" "elsewhere" {
  cluster_identifier           = "elsewhere"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = "shared"
}

resource "aws_redshift_parameter_group" "by_variable" {
  name   = "by-variable"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = tostring(var.require_ssl)
  }
}

resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier           = "by-variable"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.by_variable.name
}

resource "aws_redshift_parameter_group" "newer" {
  name   = "newer"
  family = "redshift-3.0"
}

resource "aws_redshift_cluster" "newer" {
  cluster_identifier           = "newer"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.newer.name
}

resource "aws_redshiftserverless_workgroup" "silent" {
  namespace_name = "claims"
  workgroup_name = "silent"
}
