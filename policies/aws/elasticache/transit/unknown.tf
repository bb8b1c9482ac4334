variable "encrypted" {
  type = bool
}

variable "mode" {
  type = string
}

variable "groups" {
  type = list(string)
}

variable "token" {
  type = string
}

# want: unknown encrypted
# want: unknown authenticated
resource "aws_elasticache_replication_group" "by_variable" {
  replication_group_id       = "by-variable"
  description                = "by_variable"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = var.encrypted
  user_group_ids             = var.groups

}

# want: unknown encrypted
# want: unknown authenticated
resource "aws_elasticache_replication_group" "some_mode" {
  replication_group_id       = "some-mode"
  description                = "some_mode"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  transit_encryption_mode    = var.mode
  auth_token                 = var.token

}

# want: unknown encrypted
# want: pass authenticated
resource "aws_elasticache_replication_group" "secondary" {
  replication_group_id        = "secondary"
  description                 = "secondary"
  node_type                   = "cache.t4g.small"
  global_replication_group_id = "ldgnf-everywhere"
  user_group_ids              = ["clinic"]

}

