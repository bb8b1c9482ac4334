variable "ports" {
  type = set(number)
}

variable "adopt" {
  type = bool
}

# want: pass declared
# want: not_applicable empty
resource "aws_vpc" "dynamic" {
  cidr_block = "10.20.0.0/16"
}

# want: pass declared
# want: unknown empty
resource "aws_default_security_group" "dynamic" {
  vpc_id = aws_vpc.dynamic.id

  dynamic "ingress" {
    for_each = var.ports
    content {
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}

# want: unknown declared
resource "aws_vpc" "perhaps" {
  cidr_block = "10.20.0.0/16"
}

# want: pass declared
resource "aws_default_security_group" "perhaps" {
  count  = var.adopt ? 1 : 0
  vpc_id = aws_vpc.perhaps.id
}
