locals {
  anywhere = ["0.0.0.0/0"]
  admin    = { ssh = 22, winrm = 5986 }
}

resource "aws_security_group" "ssh" {
  name = "ssh"

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = concat(["10.0.0.0/8"], local.anywhere)
  }
}

resource "aws_security_group" "ssh_ipv6" {
  name = "ssh-ipv6"

  ingress {
    protocol         = "tcp"
    from_port        = 22
    to_port          = 22
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_security_group" "dynamic" {
  name = "dynamic"

  dynamic "ingress" {
    for_each = local.admin

    content {
      description = ingress.key
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = local.anywhere
    }
  }
}

resource "aws_security_group" "attribute" {
  name = "attribute"

  ingress = [{
    description      = "RDP"
    protocol         = "tcp"
    from_port        = 3389
    to_port          = 3389
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = []
    prefix_list_ids  = []
    security_groups  = []
    self             = false
  }]
}

# The two halves of the internet are as open as the whole.
resource "aws_security_group" "halves" {
  name = "halves"

  ingress {
    protocol    = "tcp"
    from_port   = 20
    to_port     = 25
    cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}

resource "aws_default_security_group" "everything" {
  vpc_id = "vpc-1234567890abcdef0"

  ingress {
    protocol    = -1
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}
