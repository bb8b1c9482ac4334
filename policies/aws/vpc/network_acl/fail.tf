resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_network_acl" "main" {
  default_network_acl_id = aws_vpc.main.default_network_acl_id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}

# The denials come too late, or are about something else.
resource "aws_network_acl" "late" {
  vpc_id = aws_vpc.main.id

  ingress = [
    {
      rule_no         = 100
      action          = "allow"
      protocol        = "tcp"
      from_port       = 0
      to_port         = 1023
      cidr_block      = "0.0.0.0/0"
      ipv6_cidr_block = null
      icmp_type       = null
      icmp_code       = null
    },
    {
      rule_no         = 90
      action          = "deny"
      protocol        = "udp"
      from_port       = 22
      to_port         = 22
      cidr_block      = "0.0.0.0/0"
      ipv6_cidr_block = null
      icmp_type       = null
      icmp_code       = null
    },
    {
      rule_no         = 110
      action          = "deny"
      protocol        = "tcp"
      from_port       = 22
      to_port         = 22
      cidr_block      = "0.0.0.0/0"
      ipv6_cidr_block = null
      icmp_type       = null
      icmp_code       = null
    },
  ]
}

# Every other port is open.
resource "aws_network_acl" "almost_everything" {
  vpc_id = aws_vpc.main.id

  dynamic "ingress" {
    for_each = { 80 = 22, 90 = 3389 }

    content {
      rule_no    = ingress.key
      action     = "deny"
      protocol   = "tcp"
      from_port  = ingress.value
      to_port    = ingress.value
      cidr_block = "0.0.0.0/0"
    }
  }

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}


resource "aws_network_acl_rule" "rdp" {
  for_each = { "0.0.0.0/1" = 100, "128.0.0.0/1" = 110 }

  network_acl_id = "acl-0123456789abcdef0"
  rule_number    = each.value
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 3389
  to_port        = 3389
  cidr_block     = each.key
}

resource "aws_network_acl_rule" "ipv6" {
  network_acl_id  = "acl-0123456789abcdef0"
  rule_number     = 120
  rule_action     = "allow"
  protocol        = "-1"
  from_port       = 0
  to_port         = 0
  ipv6_cidr_block = "::/0"
}
