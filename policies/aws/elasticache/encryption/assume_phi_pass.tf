resource "aws_elasticache_replication_group" "pages" {
  replication_group_id       = "pages"
  description                = "Pages"
  at_rest_encryption_enabled = true
}

# want: pass
resource "aws_elasticache_cluster" "node" {
  cluster_id           = "node"
  replication_group_id = aws_elasticache_replication_group.pages.id
}
