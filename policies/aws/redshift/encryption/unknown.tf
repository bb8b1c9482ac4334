variable "encrypted" {
  type = bool
}

variable "key" {
  type = string
}

# want: unknown encrypted
resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier     = "by-variable"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  encrypted              = var.encrypted
}

# A shared snapshot brings its key.
# want: pass encrypted
# want: unknown customer_key
resource "aws_redshift_cluster" "restored" {
  cluster_identifier  = "restored"
  node_type           = "ra3.large"
  snapshot_identifier = "claims-2026-01"

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_redshiftserverless_namespace" "by_variable" {
  namespace_name = "by-variable"
  kms_key_id     = var.key

  tags = { DataClass = "PHI" }
}
