variable "clients" {
  type = list(string)
}

variable "port" {
  type = number
}

variable "rules" {
  type = list(object({ port = number, source = string }))
}

# want: unknown data_ports
# want: unknown authorised_ports
resource "aws_security_group" "clients" {
  name = "clients"

  ingress {
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = var.clients
  }
}

# want: unknown data_ports
# want: unknown authorised_ports
resource "aws_security_group" "dynamic" {
  name = "dynamic"

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }

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

# want: unknown data_ports
# want: fail authorised_ports
resource "aws_security_group" "partly" {
  name = "partly"

  ingress {
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["0.0.0.0/0", var.clients[0]]
  }

  ingress {
    protocol    = "tcp"
    from_port   = var.port
    to_port     = var.port
    cidr_blocks = ["0.0.0.0/0"]
  }
}
