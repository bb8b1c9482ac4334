variable "subnet_id" {
  type = string
}

data "aws_vpc" "default" {
  default = true
}

locals {
  phi = { DataClass = "PHI" }
}

resource "aws_subnet" "found" {
  vpc_id     = data.aws_vpc.default.id
  cidr_block = "172.31.96.0/20"
}

resource "aws_network_interface" "fixed" {
  subnet_id = var.subnet_id
}

resource "aws_instance" "by_variable" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = var.subnet_id
  tags          = local.phi
}

resource "aws_instance" "in_found_vpc" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.found.id
  tags          = local.phi
}

resource "aws_instance" "in_subnet_of_another_stack" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = "subnet-0123456789abcdef0"
  tags          = local.phi
}

resource "aws_instance" "with_interface" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags          = local.phi

  primary_network_interface {
    network_interface_id = aws_network_interface.fixed.id
  }
}

resource "aws_instance" "with_older_interface" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags          = local.phi

  network_interface {
    device_index         = 0
    network_interface_id = aws_network_interface.fixed.id
  }
}

resource "aws_instance" "from_template" {
  tags = local.phi

  launch_template {
    name = "app"
  }
}
