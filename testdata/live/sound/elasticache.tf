resource "aws_kms_key" "caches" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  engine                     = "redis"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.caches.arn
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  user_group_ids             = ["clinic"]
  automatic_failover_enabled = true
  multi_az_enabled           = true
  snapshot_retention_limit   = 15
  tags                       = local.phi
}
