variable "clients" {
  type = list(string)
}

variable "port" {
  type = number
}

# want: unknown data_ports
resource "aws_security_group_rule" "port" {
  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "tcp"
  from_port         = var.port
  to_port           = var.port
  cidr_blocks       = ["0.0.0.0/0"]
}

# want: unknown data_ports
resource "aws_vpc_security_group_ingress_rule" "client" {
  for_each = toset(var.clients)

  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv4         = each.value
}
