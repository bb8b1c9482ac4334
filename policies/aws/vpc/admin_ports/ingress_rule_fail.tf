# A group of another stack: the rule is judged all the same.
data "aws_security_group" "other" {
  name = "other"
}

resource "aws_vpc_security_group_ingress_rule" "other_stack" {
  security_group_id = data.aws_security_group.other.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "all_protocols" {
  security_group_id = data.aws_security_group.other.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}

# The port is missing.
resource "aws_vpc_security_group_ingress_rule" "every_port" {
  security_group_id = data.aws_security_group.other.id
  ip_protocol       = "tcp"
  cidr_ipv4         = "0.0.0.0/0"
}
