locals {
  blocks = [true]
}

resource "aws_opensearch_domain" "written" {
  domain_name    = "written"
  engine_version = "OpenSearch_2.19"

  node_to_node_encryption {
    enabled = true
  }
}

resource "aws_elasticsearch_domain" "old_name" {
  domain_name           = "old-name"
  elasticsearch_version = "7.10"

  node_to_node_encryption {
    enabled = "true"
  }
}

resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "node_to_node_encryption" {
    for_each = local.blocks

    content {
      enabled = node_to_node_encryption.value
    }
  }
}

