data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

resource "aws_vpc" "records" {
  cidr_block = "10.0.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_subnet" "records" {
  vpc_id     = aws_vpc.records.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_instance" "app" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.records.id
}

resource "aws_dynamodb_table" "visits" {
  name     = "visits"
  hash_key = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

data "aws_iam_policy_document" "own_account" {
  statement {
    actions   = ["*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_vpc_endpoint" "gateway" {
  for_each = toset(["s3", "dynamodb"])

  vpc_id            = aws_vpc.records.id
  service_name      = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_vpc.records.main_route_table_id]
  policy            = data.aws_iam_policy_document.own_account.json
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(["kms", "secretsmanager", "ec2"])

  vpc_id              = aws_vpc.records.id
  service_name        = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.records.id]
}

resource "aws_vpc_endpoint_policy" "interface" {
  for_each = aws_vpc_endpoint.interface

  vpc_endpoint_id = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
      Action    = "*"
      Resource  = "*"
    }]
  })
}

# What an endpoint has may be attached to it one by one.
resource "aws_vpc" "imaging" {
  cidr_block = "10.2.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_subnet" "imaging" {
  vpc_id     = aws_vpc.imaging.id
  cidr_block = "10.2.1.0/24"
}

resource "aws_route_table" "imaging" {
  vpc_id = aws_vpc.imaging.id
}

resource "aws_vpc_endpoint" "tables" {
  vpc_id       = aws_vpc.imaging.id
  service_name = "com.amazonaws.${data.aws_region.current.name}.dynamodb"
  policy       = data.aws_iam_policy_document.own_account.json
}

resource "aws_vpc_endpoint_route_table_association" "tables" {
  vpc_endpoint_id = aws_vpc_endpoint.tables.id
  route_table_id  = aws_route_table.imaging.id
}

resource "aws_vpc_endpoint" "imaging" {
  for_each = toset(["kms", "secretsmanager"])

  vpc_id            = aws_vpc.imaging.id
  service_name      = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  vpc_endpoint_type = "Interface"
  policy            = data.aws_iam_policy_document.own_account.json
}

resource "aws_vpc_endpoint_subnet_association" "imaging" {
  for_each = aws_vpc_endpoint.imaging

  vpc_endpoint_id = each.value.id
  subnet_id       = aws_subnet.imaging.id
}

resource "aws_vpc_endpoint_private_dns" "imaging" {
  for_each = aws_vpc_endpoint.imaging

  vpc_endpoint_id     = each.value.id
  private_dns_enabled = true
}

# S3 by an interface endpoint that serves the VPC itself.
resource "aws_vpc_endpoint" "archive" {
  vpc_id              = aws_vpc.imaging.id
  service_name        = "com.amazonaws.${data.aws_region.current.name}.s3"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [aws_subnet.imaging.id]
  private_dns_enabled = true
  policy              = data.aws_iam_policy_document.own_account.json

  dns_options {
    private_dns_only_for_inbound_resolver_endpoint = false
  }
}

# Nothing says that it holds PHI.
resource "aws_vpc" "website" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_default_vpc" "default" {}
