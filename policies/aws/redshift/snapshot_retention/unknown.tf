variable "days" {
  type = number
}

# want: unknown minimum
resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier                  = "by-variable"
  node_type                           = "ra3.large"
  master_username                     = "admin"
  manage_master_password              = true
  automated_snapshot_retention_period = var.days
}
