resource "aws_security_group" "lb" {
  name        = "${local.name}-lb"
  description = "Patients reach the portal"
  vpc_id      = aws_vpc.main.id
}

# 80 answers with a redirect and nothing else.
resource "aws_vpc_security_group_ingress_rule" "lb" {
  for_each = toset(["80", "443"])

  security_group_id = aws_security_group.lb.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
}

resource "aws_vpc_security_group_egress_rule" "lb" {
  security_group_id            = aws_security_group.lb.id
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 8443
  to_port                      = 8443
}

resource "aws_security_group" "app" {
  name        = "${local.name}-app"
  description = "The portal and the imaging gateway"
  vpc_id      = aws_vpc.main.id

  ingress {
    description     = "From the load balancer"
    protocol        = "tcp"
    from_port       = 8443
    to_port         = 8443
    security_groups = [aws_security_group.lb.id]
  }

  egress {
    description = "AWS services and the laboratory's interface"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    description = "Databases and file shares"
    protocol    = "tcp"
    from_port   = 1024
    to_port     = 65535
    cidr_blocks = [var.vpc_cidr]
  }
}

locals {
  # What the application may reach in the data subnets, by service.
  data_ports = {
    postgres = 5432
    nfs      = 2049
  }
}

resource "aws_security_group" "data" {
  for_each = local.data_ports

  name        = "${local.name}-${each.key}"
  description = "The application reaches ${each.key}"
  vpc_id      = aws_vpc.main.id

  ingress {
    protocol        = "tcp"
    from_port       = each.value
    to_port         = each.value
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "endpoints" {
  name        = "${local.name}-endpoints"
  description = "The application reaches AWS services"
  vpc_id      = aws_vpc.main.id

  ingress {
    description     = "HTTPS"
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    security_groups = [aws_security_group.app.id]
  }
}
