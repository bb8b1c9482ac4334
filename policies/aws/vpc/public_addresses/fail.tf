# want: fail ipv4
# want: pass ipv6
resource "aws_subnet" "public" {
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  cidr_block = "10.20.1.0/24"

  map_public_ip_on_launch = true
}

# want: pass ipv4
# want: fail ipv6
resource "aws_subnet" "addressed" {
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  cidr_block = "10.20.1.0/24"

  assign_ipv6_address_on_creation = true
}

# want: fail ipv4
resource "aws_default_subnet" "omitted" {
  availability_zone = "us-east-1a"
}

# want: fail ipv4
resource "aws_default_subnet" "explicit" {
  availability_zone = "us-east-1a"

  map_public_ip_on_launch = true
}

