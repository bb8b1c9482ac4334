resource "aws_vpc" "records" {
  cidr_block = "10.0.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_default_vpc" "default" {
  tags = { DataClass = "PHI" }
}

# The endpoints are there, their policies let everything through.
resource "aws_vpc" "open" {
  cidr_block = "10.1.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_vpc_endpoint" "default_policy" {
  for_each = toset(["s3", "kms"])

  vpc_id       = aws_vpc.open.id
  service_name = "com.amazonaws.eu-west-1.${each.key}"
}

resource "aws_vpc_endpoint" "secrets" {
  vpc_id            = aws_vpc.open.id
  service_name      = "com.amazonaws.eu-west-1.secretsmanager"
  vpc_endpoint_type = "Interface"

  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:*", Resource = "*" }]
  })
}

# The endpoints are there, and no traffic takes them.
resource "aws_vpc" "idle" {
  cidr_block = "10.2.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_subnet" "idle" {
  vpc_id     = aws_vpc.idle.id
  cidr_block = "10.2.1.0/24"
}

locals {
  limited = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::records/*" }]
  })
}

resource "aws_vpc_endpoint" "no_route_table" {
  vpc_id       = aws_vpc.idle.id
  service_name = "com.amazonaws.eu-west-1.s3"
  policy       = local.limited
}

resource "aws_vpc_endpoint" "no_private_dns" {
  vpc_id            = aws_vpc.idle.id
  service_name      = "com.amazonaws.eu-west-1.kms"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.idle.id]
  policy            = local.limited
}

resource "aws_vpc_endpoint" "no_subnet" {
  vpc_id              = aws_vpc.idle.id
  service_name        = "com.amazonaws.eu-west-1.secretsmanager"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  policy              = local.limited
}
