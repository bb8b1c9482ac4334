# want: fail vpc
# want: pass access
resource "aws_opensearch_domain" "public" {
  domain_name    = "public"
  engine_version = "OpenSearch_2.19"

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/search" }
      Action    = "es:*"
      Resource  = "arn:aws:es:us-east-1:111122223333:domain/*"
    }]
  })
}

# want: pass vpc
# want: fail access
resource "aws_opensearch_domain" "open" {
  domain_name    = "open"
  engine_version = "OpenSearch_2.19"

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "es:*"
      Resource  = "arn:aws:es:us-east-1:111122223333:domain/*"
    }]
  })

  vpc_options {
    subnet_ids         = ["subnet-0a1b2c3d4e5f60718"]
    security_group_ids = ["sg-0a1b2c3d4e5f60718"]
  }
}

# want: fail vpc
# want: fail access
resource "aws_elasticsearch_domain" "both" {
  domain_name           = "both"
  elasticsearch_version = "7.10"

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "es:*"
      Resource  = "arn:aws:es:us-east-1:111122223333:domain/*"
    }]
  })
}

# want: pass vpc
# want: fail access
resource "aws_opensearch_domain" "attached" {
  domain_name    = "attached"
  engine_version = "OpenSearch_2.19"

  vpc_options {
    subnet_ids         = ["subnet-0a1b2c3d4e5f60718"]
    security_group_ids = ["sg-0a1b2c3d4e5f60718"]
  }
}

data "aws_iam_policy_document" "attached" {
  statement {
    actions   = ["es:ESHttp*"]
    resources = ["${aws_opensearch_domain.attached.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_opensearch_domain_policy" "attached" {
  domain_name     = aws_opensearch_domain.attached.domain_name
  access_policies = data.aws_iam_policy_document.attached.json
}

