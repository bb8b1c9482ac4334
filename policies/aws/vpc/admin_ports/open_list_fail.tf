# The rule that was seen is enough, whatever else there is.
variable "more" {
  type = list(object({ port = number, source = string }))
}

resource "aws_security_group" "main" {
  name = "main"

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }

  dynamic "ingress" {
    for_each = var.more

    content {
      protocol    = "tcp"
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      cidr_blocks = [ingress.value.source]
    }
  }
}

resource "aws_security_group" "content" {
  name = "content"

  dynamic "ingress" {
    for_each = var.more

    content {
      protocol    = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_security_group" "sources" {
  name = "sources"

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = [var.more[0].source, "0.0.0.0/0"]
  }
}
