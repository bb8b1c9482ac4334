variable "failover" {
  type = bool
}

resource "aws_elasticache_replication_group" "by_variable" {
  replication_group_id       = "by-variable"
  description                = "by_variable"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = var.failover
  multi_az_enabled           = var.failover
}

