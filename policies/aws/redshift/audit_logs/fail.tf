resource "aws_redshift_parameter_group" "audited" {
  name   = "audited"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_redshift_parameter_group" "quiet" {
  name   = "quiet"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
    value = "false"
  }
}

resource "aws_redshift_parameter_group" "silent" {
  name   = "silent"
  family = "redshift-1.0"
}

# want: fail logging
# want: fail user_activity
resource "aws_redshift_cluster" "unlogged" {
  cluster_identifier           = "unlogged"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.audited.name
}

# want: fail logging
# want: fail user_activity
resource "aws_redshift_cluster" "default_group" {
  cluster_identifier     = "default-group"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true

  logging {
    enable = false
  }

  tags = { DataClass = "PHI" }
}

# want: pass logging
# want: fail user_activity
resource "aws_redshift_cluster" "quiet" {
  cluster_identifier           = "quiet"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.quiet.name
}

resource "aws_redshift_logging" "quiet" {
  cluster_identifier = aws_redshift_cluster.quiet.id
  bucket_name        = "clinic-audit"
}

# want: pass logging
# want: fail user_activity
resource "aws_redshift_cluster" "silent" {
  cluster_identifier           = "silent"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.silent.name
}

resource "aws_redshift_logging" "silent" {
  cluster_identifier = aws_redshift_cluster.silent.id
  bucket_name        = "clinic-audit"
}

# want: pass logging
# want: fail user_activity
resource "aws_redshift_cluster" "connections_alone" {
  cluster_identifier           = "connections-alone"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.audited.name
}

resource "aws_redshift_logging" "connections_alone" {
  cluster_identifier   = aws_redshift_cluster.connections_alone.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog"]
}

# want: fail logging
# want: pass user_activity
resource "aws_redshift_cluster" "queries_alone" {
  cluster_identifier           = "queries-alone"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.audited.name
}

resource "aws_redshift_logging" "queries_alone" {
  cluster_identifier   = aws_redshift_cluster.queries_alone.id
  log_destination_type = "cloudwatch"
  log_exports          = ["useractivitylog"]
}
