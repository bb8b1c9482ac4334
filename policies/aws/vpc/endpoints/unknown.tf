variable "services" {
  type = set(string)
}

variable "endpoint_policy" {
  type = string
}

resource "aws_vpc" "records" {
  cidr_block = "10.0.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_vpc_endpoint" "records" {
  for_each = var.services

  vpc_id       = aws_vpc.records.id
  service_name = "com.amazonaws.eu-west-1.${each.key}"
  policy       = var.endpoint_policy
}

# Whether traffic takes them is not known.
variable "private_dns" {
  type = bool
}

variable "route_tables" {
  type = list(string)
}

resource "aws_vpc" "imaging" {
  cidr_block = "10.2.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_subnet" "imaging" {
  vpc_id     = aws_vpc.imaging.id
  cidr_block = "10.2.1.0/24"
}

resource "aws_vpc_endpoint" "storage" {
  vpc_id          = aws_vpc.imaging.id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = var.route_tables
  policy          = var.endpoint_policy
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(["kms", "secretsmanager"])

  vpc_id              = aws_vpc.imaging.id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [aws_subnet.imaging.id]
  private_dns_enabled = var.private_dns
  policy              = var.endpoint_policy
}

# The module makes the endpoints.
resource "aws_vpc" "archive" {
  cidr_block = "10.1.0.0/16"
  tags       = { DataClass = "PHI" }
}

module "endpoints" {
  source = "git::https://git.example.com/modules/endpoints.git"

  vpc_id = aws_vpc.archive.id
}
