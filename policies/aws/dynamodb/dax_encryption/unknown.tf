variable "encrypted" {
  type = bool
}

variable "endpoint" {
  type = string
}

# want: unknown at_rest
# want: unknown in_transit
resource "aws_dax_cluster" "by_variable" {
  cluster_name                     = "by-variable"
  iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
  node_type                        = "dax.t3.small"
  replication_factor               = 2
  cluster_endpoint_encryption_type = var.endpoint

  server_side_encryption {
    enabled = var.encrypted
  }
}

