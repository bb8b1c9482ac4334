resource "aws_default_vpc" "default" {}

resource "aws_default_subnet" "a" {
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "added" {
  vpc_id     = aws_default_vpc.default.id
  cidr_block = "172.31.96.0/20"
}

locals {
  phi = { DataClass = "PHI" }
}

resource "aws_instance" "without_subnet" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags          = local.phi
}

resource "aws_instance" "in_default_subnet" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = aws_default_subnet.a.id
  tags          = local.phi
}

resource "aws_instance" "in_default_vpc" {
  count = 2

  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.added.id
  tags          = local.phi
}
