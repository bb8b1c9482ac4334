# want: fail fine_grained
# want: pass named_users
resource "aws_opensearch_domain" "silent" {
  domain_name    = "silent"
  engine_version = "OpenSearch_2.19"

  tags = { DataClass = "PHI" }
}

# want: fail fine_grained
# want: pass named_users
resource "aws_elasticsearch_domain" "off" {
  domain_name           = "off"
  elasticsearch_version = "7.10"

  advanced_security_options {
    enabled = false
  }
}

# want: pass fine_grained
# want: fail named_users
resource "aws_opensearch_domain" "anonymous" {
  domain_name    = "anonymous"
  engine_version = "OpenSearch_2.19"

  advanced_security_options {
    enabled                = true
    anonymous_auth_enabled = true
  }
}

