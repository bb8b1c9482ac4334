resource "aws_default_network_acl" "clinic" {
  default_network_acl_id = aws_vpc.clinic.default_network_acl_id
}

resource "aws_network_acl" "clinic" {
  vpc_id = aws_vpc.clinic.id

  ingress {
    rule_no    = 100
    action     = "deny"
    protocol   = "tcp"
    from_port  = 3389
    to_port    = 3389
    cidr_block = "0.0.0.0/0"
  }

  ingress {
    rule_no    = 110
    action     = "allow"
    protocol   = "tcp"
    from_port  = 1024
    to_port    = 65535
    cidr_block = "0.0.0.0/0"
  }
}

resource "aws_vpc_endpoint" "gateway" {
  for_each = toset(["s3", "dynamodb"])

  vpc_id          = aws_vpc.clinic.id
  service_name    = "com.amazonaws.eu-west-1.${each.key}"
  route_table_ids = [aws_vpc.clinic.main_route_table_id]
  policy          = local.own_account
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(["kms", "secretsmanager", "ec2"])

  vpc_id              = aws_vpc.clinic.id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = values(aws_subnet.clinic)[*].id
  policy              = local.own_account
}

locals {
  own_account = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}
