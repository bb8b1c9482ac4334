# want: fail https
# want: fail tls
resource "aws_opensearch_domain" "silent" {
  domain_name    = "silent"
  engine_version = "OpenSearch_2.19"
}

# want: fail https
# want: pass tls
resource "aws_opensearch_domain" "plain" {
  domain_name    = "plain"
  engine_version = "OpenSearch_2.19"

  domain_endpoint_options {
    enforce_https       = false
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

# want: pass https
# want: fail tls
resource "aws_elasticsearch_domain" "old" {
  domain_name           = "old"
  elasticsearch_version = "7.10"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
  }
}

# want: pass https
# want: fail tls
resource "aws_opensearch_domain" "no_policy" {
  domain_name    = "no-policy"
  engine_version = "OpenSearch_2.19"

  domain_endpoint_options {
    enforce_https = true
  }
}

