# want: fail at_rest
# want: fail in_transit
resource "aws_dax_cluster" "omitted" {
  cluster_name       = "omitted"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.t3.small"
  replication_factor = 2
}

# want: fail at_rest
# want: pass in_transit
resource "aws_dax_cluster" "at_rest_off" {
  cluster_name                     = "at-rest-off"
  iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
  node_type                        = "dax.t3.small"
  replication_factor               = 2
  cluster_endpoint_encryption_type = "TLS"

  server_side_encryption {
    enabled = false
  }
}

# want: pass at_rest
# want: fail in_transit
resource "aws_dax_cluster" "plain" {
  cluster_name                     = "plain"
  iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
  node_type                        = "dax.t3.small"
  replication_factor               = 2
  cluster_endpoint_encryption_type = "NONE"

  server_side_encryption {
    enabled = true
  }
}

