resource "aws_redshift_cluster" "omitted" {
  cluster_identifier     = "omitted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
}

resource "aws_redshift_cluster" "windowed" {
  cluster_identifier     = "windowed"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  allow_version_upgrade  = true

  preferred_maintenance_window = "sun:05:00-sun:05:30"
}
