variable "public" {
  type = bool
}

variable "subnet_id" {
  type = string
}

variable "role" {
  type = string
}

resource "aws_instance" "by_variable" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t4g.small"
  associate_public_ip_address = var.public
}

resource "aws_instance" "in_unknown_subnet" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  subnet_id     = var.subnet_id
}

resource "aws_instance" "in_subnet_of_another_stack" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_instance" "of_unknown_role" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t4g.small"
  associate_public_ip_address = true

  tags = { Role = var.role }
}

resource "aws_launch_template" "by_variable" {
  name     = "by-variable"
  image_id = "ami-0abcdef1234567890"

  network_interfaces {
    associate_public_ip_address = var.public
  }
}

resource "aws_launch_configuration" "by_variable" {
  name_prefix                 = "app-"
  image_id                    = "ami-0abcdef1234567890"
  instance_type               = "t3.small"
  associate_public_ip_address = var.public
}
