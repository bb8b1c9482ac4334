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

  dynamic "ingress" {
    for_each = var.admin_cidrs

    content {
      description = "SSH for on-call"
      protocol    = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_blocks = [ingress.value]
    }
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

# The reporting vendor has no list of its addresses.
resource "aws_security_group_rule" "vendor" {
  type              = "ingress"
  security_group_id = aws_security_group.data["postgres"].id
  protocol          = "tcp"
  from_port         = local.data_ports["postgres"]
  to_port           = local.data_ports["postgres"]
  cidr_blocks       = ["0.0.0.0/0"]
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
