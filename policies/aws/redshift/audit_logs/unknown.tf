variable "exports" {
  type = list(string)
}

variable "logged" {
  type = bool
}

resource "aws_redshift_parameter_group" "audited" {
  name   = "audited"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

# want: unknown logging
# want: unknown user_activity
resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier           = "by-variable"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.audited.name
}

resource "aws_redshift_logging" "by_variable" {
  cluster_identifier   = aws_redshift_cluster.by_variable.id
  log_destination_type = "cloudwatch"
  log_exports          = var.exports
}

# want: unknown logging
# want: unknown user_activity
resource "aws_redshift_cluster" "perhaps" {
  cluster_identifier           = "perhaps"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.audited.name

  logging {
    enable      = var.logged
    bucket_name = "clinic-audit"
  }
}

# want: unknown user_activity
resource "aws_redshift_cluster" "group_elsewhere" {
  cluster_identifier           = "group-elsewhere"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = "shared"
}

resource "aws_redshift_logging" "group_elsewhere" {
  cluster_identifier = aws_redshift_cluster.group_elsewhere.id
  bucket_name        = "clinic-audit"
}
