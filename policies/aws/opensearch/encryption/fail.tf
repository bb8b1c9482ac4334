# want: fail encrypted
resource "aws_opensearch_domain" "silent" {
  domain_name    = "silent"
  engine_version = "OpenSearch_2.19"
}

# want: fail encrypted
resource "aws_elasticsearch_domain" "off" {
  domain_name           = "off"
  elasticsearch_version = "7.10"

  encrypt_at_rest {
    enabled = false
  }
}

# want: fail encrypted
# want: fail customer_key
resource "aws_opensearch_domain" "neither" {
  domain_name    = "neither"
  engine_version = "OpenSearch_2.19"

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_opensearch_domain" "default_key" {
  domain_name    = "default-key"
  engine_version = "OpenSearch_2.19"

  encrypt_at_rest {
    enabled = true
  }

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_opensearch_domain" "key_of_aws" {
  domain_name    = "key-of-aws"
  engine_version = "OpenSearch_2.19"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = "alias/aws/es"
  }

  tags = { DataClass = "PHI" }
}

