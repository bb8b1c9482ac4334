locals {
  anywhere = ["0.0.0.0/0"]
  admin    = { ssh = 22, rdp = 3389, ftp = 21, telnet = 23, winrm = 5986 }
}

# want: pass
resource "aws_security_group" "bastion" {
  name = "bastion"
}

resource "aws_security_group_rule" "admin" {
  for_each = local.admin

  type              = "ingress"
  security_group_id = aws_security_group.bastion.id
  protocol          = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_blocks       = local.anywhere
}

resource "aws_security_group_rule" "by_number" {
  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "6"
  from_port         = "22"
  to_port           = "22"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "rdp_over_udp" {
  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "17"
  from_port         = 3000
  to_port           = 4000
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_security_group_rule" "all_protocols" {
  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "all"
  from_port         = 0
  to_port           = 65535
  cidr_blocks       = ["0.0.0.0/0"]
}
