resource "aws_kms_key" "caches" {
  description         = "Caches"
  enable_key_rotation = true
}

locals {
  groups = { sessions = true, queues = "true" }
}

resource "aws_elasticache_replication_group" "each" {
  for_each = local.groups

  replication_group_id       = each.key
  description                = each.key
  engine                     = "redis"
  node_type                  = "cache.t4g.small"
  at_rest_encryption_enabled = each.value
}

# Valkey is encrypted unless it is told not to be.
resource "aws_elasticache_replication_group" "valkey" {
  replication_group_id = "valkey"
  description          = "valkey"
  node_type            = "cache.t4g.small"
  engine               = "valkey"

}

resource "aws_elasticache_replication_group" "charts" {
  replication_group_id       = "charts"
  description                = "charts"
  node_type                  = "cache.t4g.small"
  engine                     = "valkey"
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.caches.arn
  tags                       = { DataClass = "PHI" }

}

# want: not_applicable encrypted
# want: not_applicable customer_key
resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 2

}

# want: pass encrypted
# want: not_applicable customer_key
resource "aws_elasticache_cluster" "replica" {
  cluster_id           = "replica"
  replication_group_id = aws_elasticache_replication_group.charts.id
  tags                 = { DataClass = "PHI" }

}

