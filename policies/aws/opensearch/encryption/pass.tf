locals {
  blocks = [true]
}

resource "aws_kms_key" "search" {
  description         = "Search domains"
  enable_key_rotation = true
}

resource "aws_opensearch_domain" "plain" {
  domain_name    = "plain"
  engine_version = "OpenSearch_2.19"

  encrypt_at_rest {
    enabled = true
  }
}

resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "encrypt_at_rest" {
    for_each = local.blocks

    content {
      enabled = encrypt_at_rest.value
    }
  }
}

resource "aws_opensearch_domain" "records" {
  domain_name    = "records"
  engine_version = "OpenSearch_2.19"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.search.arn
  }

  tags = { DataClass = "PHI" }
}

resource "aws_elasticsearch_domain" "by_key_id" {
  domain_name           = "by-key-id"
  elasticsearch_version = "7.10"

  encrypt_at_rest {
    enabled    = "true"
    kms_key_id = aws_kms_key.search.key_id
  }

  tags = { DataClass = "PHI" }
}

