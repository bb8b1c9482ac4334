# want: fail data_ports
resource "aws_vpc_security_group_ingress_rule" "everything" {
  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

# want: pass data_ports
# want: fail authorised_ports
resource "aws_vpc_security_group_ingress_rule" "other_port" {
  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
  cidr_ipv6         = "::/0"
}
