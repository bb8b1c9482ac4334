resource "aws_subnet" "private" {
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  cidr_block = "10.20.1.0/24"
}

resource "aws_subnet" "explicit" {
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  cidr_block = "10.20.1.0/24"

  map_public_ip_on_launch = false

  assign_ipv6_address_on_creation = false
}

resource "aws_default_subnet" "kept_private" {
  availability_zone = "us-east-1a"

  map_public_ip_on_launch = false
}

locals {
  zones = { a = "10.20.3.0/24", b = "10.20.4.0/24" }
}

resource "aws_subnet" "each" {
  for_each   = local.zones
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  cidr_block = each.value
}
