resource "aws_elasticache_replication_group" "omitted" {
  replication_group_id = "omitted"
  description          = "omitted"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_replication_group" "one_zone" {
  replication_group_id       = "one-zone"
  description                = "one_zone"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = false
}

resource "aws_elasticache_replication_group" "by_hand" {
  replication_group_id       = "by-hand"
  description                = "by_hand"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = false
  multi_az_enabled           = false
}

