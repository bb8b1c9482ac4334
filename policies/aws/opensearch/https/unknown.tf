variable "on" {
  type = bool
}

variable "policy" {
  type = string
}

# want: unknown https
# want: pass tls
resource "aws_opensearch_domain" "by_variable" {
  domain_name    = "by-variable"
  engine_version = "OpenSearch_2.19"

  domain_endpoint_options {
    enforce_https       = var.on
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

# want: pass https
# want: unknown tls
resource "aws_opensearch_domain" "of_unknown_policy" {
  domain_name    = "of-unknown-policy"
  engine_version = "OpenSearch_2.19"

  domain_endpoint_options {
    tls_security_policy = var.policy
  }
}

