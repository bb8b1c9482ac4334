resource "aws_elasticache_replication_group" "omitted" {
  replication_group_id = "omitted"
  description          = "omitted"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_replication_group" "off" {
  replication_group_id     = "off"
  description              = "off"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = 0
}

resource "aws_elasticache_replication_group" "charts" {
  replication_group_id     = "charts"
  description              = "charts"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = 7
  tags                     = { DataClass = "PHI" }
}

resource "aws_elasticache_cluster" "queue" {
  cluster_id      = "queue"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "phi" {
  cluster_id               = "phi"
  engine                   = "redis"
  node_type                = "cache.t4g.small"
  num_cache_nodes          = 1
  snapshot_retention_limit = 14
  tags                     = { DataClass = "PHI" }
}

