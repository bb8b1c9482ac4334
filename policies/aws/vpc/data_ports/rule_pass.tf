resource "aws_security_group_rule" "https" {
  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "tcp"
  from_port         = 443
  to_port           = "443"
  cidr_blocks       = ["0.0.0.0/0"]
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_security_group_rule" "database" {
  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_blocks       = ["10.3.0.0/16"]
  ipv6_cidr_blocks  = ["2001:db8:3::/48"]
}

# want: not_applicable data_ports
# want: not_applicable authorised_ports
resource "aws_security_group_rule" "out" {
  type              = "egress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}
