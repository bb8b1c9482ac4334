resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  for_each = { http = 80, https = 443 }

  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "web_ipv6" {
  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv6         = "::/0"
}

resource "aws_vpc_security_group_ingress_rule" "within" {
  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "-1"
  cidr_ipv4         = aws_vpc.main.cidr_block
}

resource "aws_vpc_security_group_ingress_rule" "within_ipv6" {
  security_group_id = "sg-1234567890abcdef0"
  ip_protocol       = "-1"
  cidr_ipv6         = "2001:db8:1::/48"
}
