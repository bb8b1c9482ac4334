resource "aws_security_group" "empty" {
  name = "empty"
}

resource "aws_security_group" "web" {
  name = "web"
}

resource "aws_security_group_rule" "https" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = ["0.0.0.0/0"]
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_security_group_rule" "ping" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  protocol          = "icmp"
  from_port         = 0
  to_port           = 255
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "ssh" {
  type              = "ingress"
  security_group_id = aws_security_group.empty.id
  protocol          = 6
  from_port         = "22"
  to_port           = "22"
  cidr_blocks       = ["10.0.0.0/8"]
}

resource "aws_security_group_rule" "from_group" {
  type                     = "ingress"
  security_group_id        = aws_security_group.empty.id
  protocol                 = "all"
  from_port                = 0
  to_port                  = 65535
  source_security_group_id = aws_security_group.web.id
}

# want: not_applicable
resource "aws_security_group_rule" "out" {
  type              = "egress"
  security_group_id = aws_security_group.empty.id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}
