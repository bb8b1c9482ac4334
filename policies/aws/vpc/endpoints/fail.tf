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
