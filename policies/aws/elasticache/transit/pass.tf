resource "random_password" "token" {
  length  = 64
  special = false
}

variable "token" {
  type      = string
  sensitive = true
  default   = "sixteen-characters-and-more"
}

resource "aws_elasticache_user_group" "clinic" {
  engine        = "valkey"
  user_group_id = "clinic"
  user_ids      = ["portal"]
}

resource "aws_elasticache_replication_group" "users" {
  replication_group_id       = "users"
  description                = "users"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  engine                     = "valkey"
  transit_encryption_mode    = "required"
  user_group_ids             = [aws_elasticache_user_group.clinic.user_group_id]

}

resource "aws_elasticache_replication_group" "token" {
  replication_group_id       = "token"
  description                = "token"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  auth_token                 = random_password.token.result

}

resource "aws_elasticache_replication_group" "by_variable" {
  replication_group_id       = "by-variable"
  description                = "by_variable"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  auth_token                 = var.token

}

