locals {
  blocks = ["Policy-Min-TLS-1-2-PFS-2023-10"]
}

# HTTPS is enforced wherever the block stands.
resource "aws_opensearch_domain" "https_by_default" {
  domain_name    = "https-by-default"
  engine_version = "OpenSearch_2.19"

  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

resource "aws_elasticsearch_domain" "written" {
  domain_name           = "written"
  elasticsearch_version = "7.10"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "domain_endpoint_options" {
    for_each = local.blocks

    content {
      enforce_https       = true
      tls_security_policy = domain_endpoint_options.value
    }
  }
}

