resource "aws_redshift_parameter_group" "claims" {
  name   = "claims"
  family = "redshift-1.0"
  parameter {
    name  = "require_ssl"
    value = "true"
  }
  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_redshift_cluster" "claims" {
  cluster_identifier                  = "claims"
  node_type                           = "ra3.large"
  master_username                     = "root"
  manage_master_password              = true
  cluster_parameter_group_name        = aws_redshift_parameter_group.claims.name
  encrypted                           = true
  kms_key_id                          = aws_kms_key.charts.arn
  publicly_accessible                 = false
  enhanced_vpc_routing                = true
  allow_version_upgrade               = true
  automated_snapshot_retention_period = 35
  tags                                = local.phi
}

resource "aws_redshift_logging" "claims" {
  cluster_identifier   = aws_redshift_cluster.claims.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog", "useractivitylog"]
}
