variable "mode" {
  type    = string
  default = "preferred"
}

# want: fail encrypted
# want: fail authenticated
resource "aws_elasticache_replication_group" "omitted" {
  replication_group_id = "omitted"
  description          = "omitted"
  node_type            = "cache.t4g.small"

}

# want: fail encrypted
resource "aws_elasticache_replication_group" "off" {
  replication_group_id       = "off"
  description                = "off"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = false
  user_group_ids             = ["clinic"]

}

# want: fail encrypted
# want: pass authenticated
resource "aws_elasticache_replication_group" "preferred" {
  replication_group_id       = "preferred"
  description                = "preferred"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  transit_encryption_mode    = var.mode
  user_group_ids             = ["clinic"]

}

# want: pass encrypted
# want: fail authenticated
resource "aws_elasticache_replication_group" "anybody" {
  replication_group_id       = "anybody"
  description                = "anybody"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  user_group_ids             = []

}

