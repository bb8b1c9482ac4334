variable "public" {
  type = bool
}

# want: unknown ipv4
# want: unknown ipv6
resource "aws_subnet" "by_variable" {
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  cidr_block = "10.20.1.0/24"

  map_public_ip_on_launch = var.public

  assign_ipv6_address_on_creation = var.public
}

# want: unknown ipv4
resource "aws_default_subnet" "by_variable" {
  availability_zone = "us-east-1a"

  map_public_ip_on_launch = var.public
}

