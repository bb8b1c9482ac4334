locals {
  blocks = [true]
}

resource "aws_opensearch_domain" "written" {
  domain_name    = "written"
  engine_version = "OpenSearch_2.19"

  advanced_security_options {
    enabled                = true
    anonymous_auth_enabled = false
  }
}

resource "aws_elasticsearch_domain" "old_name" {
  domain_name           = "old-name"
  elasticsearch_version = "7.10"

  advanced_security_options {
    enabled = true
  }
}

resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "advanced_security_options" {
    for_each = local.blocks

    content {
      enabled = advanced_security_options.value
    }
  }
}

