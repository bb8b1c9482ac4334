variable "office" {
  type = list(string)
}

variable "port" {
  type = number
}

variable "rules" {
  type = map(object({ port = number, source = string }))
}

data "aws_vpc" "main" {
  default = true
}

resource "aws_security_group" "source" {
  name = "source"

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = var.office
  }
}

resource "aws_security_group" "port" {
  name = "port"

  ingress {
    protocol    = "tcp"
    from_port   = var.port
    to_port     = var.port
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "dynamic" {
  name = "dynamic"

  dynamic "ingress" {
    for_each = var.rules

    content {
      protocol    = "tcp"
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      cidr_blocks = [ingress.value.source]
    }
  }
}

resource "aws_default_security_group" "main" {
  vpc_id = data.aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = [data.aws_vpc.main.cidr_block]
  }
}
