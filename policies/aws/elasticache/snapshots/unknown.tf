variable "days" {
  type = number
}

resource "aws_elasticache_replication_group" "by_variable" {
  replication_group_id     = "by-variable"
  description              = "by_variable"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = var.days
}

resource "aws_elasticache_cluster" "by_variable" {
  cluster_id               = "by-variable"
  engine                   = "redis"
  node_type                = "cache.t4g.small"
  num_cache_nodes          = 1
  snapshot_retention_limit = var.days
}

