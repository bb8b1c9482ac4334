resource "aws_elasticache_replication_group" "scratch" {
  replication_group_id = "scratch"
  description          = "Scratch"
  engine               = "redis"
  node_type            = "cache.t4g.small"
  num_cache_clusters   = 1
}
