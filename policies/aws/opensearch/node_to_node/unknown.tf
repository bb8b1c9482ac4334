variable "on" {
  type = bool
}

variable "blocks" {
  type = list(bool)
}

resource "aws_opensearch_domain" "by_variable" {
  domain_name    = "by-variable"
  engine_version = "OpenSearch_2.19"

  node_to_node_encryption {
    enabled = var.on
  }
}

resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "node_to_node_encryption" {
    for_each = var.blocks

    content {
      enabled = node_to_node_encryption.value
    }
  }
}

