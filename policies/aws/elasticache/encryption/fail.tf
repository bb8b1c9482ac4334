variable "encrypted" {
  type    = bool
  default = false
}

# want: fail encrypted
resource "aws_elasticache_replication_group" "omitted" {
  replication_group_id = "omitted"
  description          = "omitted"
  node_type            = "cache.t4g.small"

}

# want: fail encrypted
resource "aws_elasticache_replication_group" "redis" {
  replication_group_id       = "redis"
  description                = "redis"
  node_type                  = "cache.t4g.small"
  engine                     = "redis"
  at_rest_encryption_enabled = var.encrypted

}

# want: fail encrypted
# want: fail customer_key
resource "aws_elasticache_replication_group" "valkey" {
  replication_group_id       = "valkey"
  description                = "valkey"
  node_type                  = "cache.t4g.small"
  engine                     = "valkey"
  at_rest_encryption_enabled = false
  tags                       = { DataClass = "PHI" }

}

# want: pass encrypted
# want: fail customer_key
resource "aws_elasticache_replication_group" "key_of_aws" {
  replication_group_id = "key-of-aws"
  description          = "key_of_aws"
  node_type            = "cache.t4g.small"
  engine               = "valkey"
  tags                 = { DataClass = "PHI" }

}

# want: pass encrypted
# want: fail customer_key
resource "aws_elasticache_replication_group" "alias_of_aws" {
  replication_group_id = "alias-of-aws"
  description          = "alias_of_aws"
  node_type            = "cache.t4g.small"
  engine               = "valkey"
  kms_key_id           = "alias/aws/elasticache"
  tags                 = { DataClass = "PHI" }

}

# want: fail encrypted
resource "aws_elasticache_cluster" "replica" {
  cluster_id           = "replica"
  replication_group_id = aws_elasticache_replication_group.omitted.id

}

# want: fail encrypted
resource "aws_elasticache_cluster" "alone" {
  cluster_id      = "alone"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
  tags            = { DataClass = "PHI" }

}

