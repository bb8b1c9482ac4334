# want: pass encrypted
# want: fail customer_key
resource "aws_redshift_cluster" "silent" {
  cluster_identifier     = "silent"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
}

# want: pass encrypted
# want: fail customer_key
resource "aws_redshiftserverless_namespace" "silent" {
  namespace_name = "silent"
}
