resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# Without rules it denies everything.
resource "aws_default_network_acl" "main" {
  default_network_acl_id = aws_vpc.main.default_network_acl_id
}

# One can also make do with it.
resource "aws_default_network_acl" "other" {
  default_network_acl_id = "acl-0123456789abcdef0"

  ingress {
    rule_no    = 90
    action     = "deny"
    protocol   = "6"
    from_port  = 22
    to_port    = 22
    cidr_block = "0.0.0.0/0"
  }

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 22
    to_port    = 443
    cidr_block = "0.0.0.0/0"
  }
}

resource "aws_network_acl" "web" {
  vpc_id = aws_vpc.main.id

  ingress {
    rule_no    = 90
    action     = "deny"
    protocol   = "tcp"
    from_port  = 3389
    to_port    = 3389
    cidr_block = "0.0.0.0/0"
  }

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "0.0.0.0/0"
  }

  # Return traffic.
  ingress {
    rule_no    = 110
    action     = "allow"
    protocol   = "tcp"
    from_port  = 1024
    to_port    = 65535
    cidr_block = "0.0.0.0/0"
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}

resource "aws_network_acl" "private" {
  vpc_id = aws_vpc.main.id

  dynamic "ingress" {
    for_each = { 100 = 22, 110 = 5432 }

    content {
      rule_no    = ingress.key
      action     = "allow"
      protocol   = "tcp"
      from_port  = ingress.value
      to_port    = ingress.value
      cidr_block = "10.0.0.0/16"
    }
  }

  ingress {
    rule_no         = 200
    action          = "deny"
    protocol        = "-1"
    from_port       = 0
    to_port         = 0
    ipv6_cidr_block = "::/0"
  }

  ingress {
    rule_no         = 210
    action          = "allow"
    protocol        = "-1"
    from_port       = 0
    to_port         = 0
    ipv6_cidr_block = "::/0"
  }
}

resource "aws_network_acl" "split" {
  vpc_id = aws_vpc.main.id
}

resource "aws_network_acl_rule" "no_rdp" {
  network_acl_id = aws_network_acl.split.id
  rule_number    = 50
  rule_action    = "deny"
  protocol       = "tcp"
  from_port      = 3389
  to_port        = 3389
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "return" {
  network_acl_id = aws_network_acl.split.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "6"
  from_port      = 1024
  to_port        = 65535
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "no_ipv6" {
  network_acl_id  = aws_network_acl.split.id
  rule_number     = 60
  rule_action     = "deny"
  protocol        = "-1"
  from_port       = 0
  to_port         = 0
  ipv6_cidr_block = "::/0"
}

resource "aws_network_acl_rule" "ipv6" {
  network_acl_id  = aws_network_acl.split.id
  rule_number     = 110
  rule_action     = "allow"
  protocol        = "tcp"
  from_port       = 22
  to_port         = 22
  ipv6_cidr_block = "::/0"
}

resource "aws_network_acl_rule" "out" {
  network_acl_id = aws_network_acl.split.id
  rule_number    = 100
  egress         = true
  rule_action    = "allow"
  protocol       = "-1"
  from_port      = 0
  to_port        = 0
  cidr_block     = "0.0.0.0/0"
}
