variable "engine" {
  type = string
}

variable "encrypted" {
  type = bool
}

variable "key" {
  type = string
}

variable "group" {
  type = string
}

# want: unknown encrypted
resource "aws_elasticache_replication_group" "of_some_engine" {
  replication_group_id = "of-some-engine"
  description          = "of_some_engine"
  node_type            = "cache.t4g.small"
  engine               = var.engine

}

# want: unknown encrypted
resource "aws_elasticache_replication_group" "by_variable" {
  replication_group_id       = "by-variable"
  description                = "by_variable"
  node_type                  = "cache.t4g.small"
  at_rest_encryption_enabled = var.encrypted

}

# As the primary of the global datastore is.
# want: unknown encrypted
resource "aws_elasticache_replication_group" "secondary" {
  replication_group_id        = "secondary"
  description                 = "secondary"
  node_type                   = "cache.t4g.small"
  global_replication_group_id = "ldgnf-everywhere"

}

# want: pass encrypted
# want: unknown customer_key
resource "aws_elasticache_replication_group" "some_key" {
  replication_group_id = "some-key"
  description          = "some_key"
  node_type            = "cache.t4g.small"
  engine               = "valkey"
  kms_key_id           = var.key
  tags                 = { DataClass = "PHI" }

}

# want: unknown encrypted
resource "aws_elasticache_cluster" "perhaps_of_a_group" {
  cluster_id           = "perhaps-of-a-group"
  engine               = "redis"
  replication_group_id = var.group
  tags                 = { DataClass = "PHI" }

}

