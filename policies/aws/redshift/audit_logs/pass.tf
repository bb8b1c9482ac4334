resource "aws_redshift_parameter_group" "audited" {
  name   = "audited"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_redshift_cluster" "into_a_bucket" {
  cluster_identifier           = "into-a-bucket"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.audited.name
}

resource "aws_redshift_logging" "into_a_bucket" {
  cluster_identifier = aws_redshift_cluster.into_a_bucket.id
  bucket_name        = "clinic-audit"
  s3_key_prefix      = "redshift/"
}

resource "aws_redshift_cluster" "to_cloudwatch" {
  cluster_identifier           = "to-cloudwatch"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.audited.name
}

resource "aws_redshift_logging" "to_cloudwatch" {
  cluster_identifier   = aws_redshift_cluster.to_cloudwatch.cluster_identifier
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog", "useractivitylog"]
}

# As it was written before version 6 of the provider.
resource "aws_redshift_cluster" "inline" {
  cluster_identifier           = "inline"
  node_type                    = "ra3.large"
  master_username              = "admin"
  manage_master_password       = true
  cluster_parameter_group_name = aws_redshift_parameter_group.audited.name

  logging {
    enable      = true
    bucket_name = "clinic-audit"
  }
}
