variable "on" {
  type = bool
}

variable "blocks" {
  type = list(bool)
}

variable "key" {
  type = string
}

# want: unknown encrypted
resource "aws_opensearch_domain" "by_variable" {
  domain_name    = "by-variable"
  engine_version = "OpenSearch_2.19"

  encrypt_at_rest {
    enabled = var.on
  }
}

# want: unknown encrypted
resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "encrypt_at_rest" {
    for_each = var.blocks

    content {
      enabled = encrypt_at_rest.value
    }
  }
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_opensearch_domain" "of_unknown_key" {
  domain_name    = "of-unknown-key"
  engine_version = "OpenSearch_2.19"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = var.key
  }

  tags = { DataClass = "PHI" }
}

