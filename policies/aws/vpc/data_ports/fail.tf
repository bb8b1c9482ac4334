locals {
  anywhere = "0.0.0.0/0"
  engines  = { mysql = 3306, redis = 6379 }
}

# want: fail data_ports
# want: fail authorised_ports
resource "aws_security_group" "database" {
  name = "database"

  ingress {
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = [local.anywhere]
  }
}

# want: fail data_ports
resource "aws_security_group" "everything" {
  name = "everything"

  ingress {
    protocol         = "all"
    from_port        = 0
    to_port          = 0
    ipv6_cidr_blocks = ["::/0"]
  }
}

# want: fail data_ports
resource "aws_security_group" "engines" {
  for_each = local.engines

  name = each.key

  ingress {
    protocol    = "tcp"
    from_port   = each.value
    to_port     = each.value
    cidr_blocks = [local.anywhere]
  }
}

# want: fail data_ports
resource "aws_default_security_group" "every_port" {
  vpc_id = "vpc-1234567890abcdef0"

  ingress {
    protocol    = "tcp"
    from_port   = 0
    to_port     = 65535
    cidr_blocks = [local.anywhere]
  }
}

# want: pass data_ports
# want: fail authorised_ports
resource "aws_security_group" "between" {
  name = "between"

  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 443
    cidr_blocks = [local.anywhere]
  }
}
