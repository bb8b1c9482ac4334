resource "aws_opensearch_domain" "silent" {
  domain_name    = "silent"
  engine_version = "OpenSearch_2.19"
}

resource "aws_opensearch_domain" "off" {
  domain_name    = "off"
  engine_version = "OpenSearch_2.19"

  node_to_node_encryption {
    enabled = false
  }
}

resource "aws_elasticsearch_domain" "old_name" {
  domain_name           = "old-name"
  elasticsearch_version = "7.10"

  node_to_node_encryption {
    enabled = false
  }
}

