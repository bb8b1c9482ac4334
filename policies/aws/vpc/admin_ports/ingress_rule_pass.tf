variable "office" {
  type    = list(string)
  default = ["198.51.100.0/24"]
}

resource "aws_security_group" "empty" {
  name = "empty"
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  for_each = toset(var.office)

  security_group_id = aws_security_group.empty.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = each.value
}

resource "aws_vpc_security_group_ingress_rule" "ssh_ipv6" {
  security_group_id = aws_security_group.empty.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv6         = "2001:db8:1::/48"
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = aws_security_group.empty.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ping" {
  security_group_id = aws_security_group.empty.id
  ip_protocol       = "icmp"
  from_port         = 8
  to_port           = 22
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ping_ipv6" {
  security_group_id = aws_security_group.empty.id
  ip_protocol       = "icmpv6"
  cidr_ipv6         = "::/0"
}
