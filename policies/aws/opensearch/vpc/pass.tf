locals {
  blocks = [["subnet-0a1b2c3d4e5f60718"]]
}

resource "aws_opensearch_domain" "silent" {
  domain_name    = "silent"
  engine_version = "OpenSearch_2.19"

  vpc_options {
    subnet_ids         = ["subnet-0a1b2c3d4e5f60718"]
    security_group_ids = ["sg-0a1b2c3d4e5f60718"]
  }
}

resource "aws_elasticsearch_domain" "named" {
  domain_name           = "named"
  elasticsearch_version = "7.10"

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/search" }
      Action    = "es:*"
      Resource  = "arn:aws:es:us-east-1:111122223333:domain/*"
    }]
  })

  vpc_options {
    subnet_ids         = ["subnet-0a1b2c3d4e5f60718"]
    security_group_ids = ["sg-0a1b2c3d4e5f60718"]
  }
}

resource "aws_opensearch_domain" "one_network" {
  domain_name    = "one-network"
  engine_version = "OpenSearch_2.19"

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "es:*"
      Resource  = "arn:aws:es:us-east-1:111122223333:domain/*"
      Condition = { IpAddress = { "aws:SourceIp" = ["192.0.2.0/24"] } }
    }]
  })

  vpc_options {
    subnet_ids         = ["subnet-0a1b2c3d4e5f60718"]
    security_group_ids = ["sg-0a1b2c3d4e5f60718"]
  }
}

resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "vpc_options" {
    for_each = local.blocks

    content {
      subnet_ids = vpc_options.value
    }
  }
}

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
      identifiers = ["arn:aws:iam::111122223333:role/search"]
    }
  }
}

resource "aws_opensearch_domain_policy" "attached" {
  domain_name     = aws_opensearch_domain.attached.domain_name
  access_policies = data.aws_iam_policy_document.attached.json
}

