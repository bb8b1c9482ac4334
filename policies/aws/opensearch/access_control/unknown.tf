variable "on" {
  type = bool
}

# want: unknown fine_grained
# want: pass named_users
resource "aws_opensearch_domain" "by_variable" {
  domain_name    = "by-variable"
  engine_version = "OpenSearch_2.19"

  advanced_security_options {
    enabled                = var.on
    anonymous_auth_enabled = false
  }
}

# want: pass fine_grained
# want: unknown named_users
resource "aws_opensearch_domain" "of_unknown_users" {
  domain_name    = "of-unknown-users"
  engine_version = "OpenSearch_2.19"

  advanced_security_options {
    enabled                = true
    anonymous_auth_enabled = var.on
  }
}

