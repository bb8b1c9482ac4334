variable "office" {
  type = list(string)
}

variable "rules" {
  type = map(object({ port = number, source = string }))
}

variable "direction" {
  type = string
}

resource "aws_security_group_rule" "direction" {
  type              = var.direction
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_vpc_security_group_ingress_rule" "each" {
  for_each = var.rules

  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "source" {
  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = var.office[0]
}
