variable "days" {
  type    = number
  default = 7
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id     = "sessions"
  description              = "sessions"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = var.days
}

resource "aws_elasticache_replication_group" "charts" {
  replication_group_id     = "charts"
  description              = "charts"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = 15
  tags                     = { DataClass = "PHI" }
}

resource "aws_elasticache_cluster" "queue" {
  cluster_id               = "queue"
  engine                   = "redis"
  node_type                = "cache.t4g.small"
  num_cache_nodes          = 1
  snapshot_retention_limit = 1
}

# want: not_applicable
resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}

# want: not_applicable
resource "aws_elasticache_cluster" "member" {
  cluster_id           = "member"
  replication_group_id = aws_elasticache_replication_group.sessions.id
}

