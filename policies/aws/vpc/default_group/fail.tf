# want: fail declared
# want: not_applicable empty
resource "aws_vpc" "silent" {
  cidr_block = "10.20.0.0/16"
}

# want: pass declared
# want: not_applicable empty
resource "aws_vpc" "in" {
  cidr_block = "10.20.0.0/16"
}

# want: fail empty
resource "aws_default_security_group" "in" {
  vpc_id = aws_vpc.in.id

  ingress {
    protocol  = "-1"
    self      = true
    from_port = 0
    to_port   = 0
  }
}

# want: pass declared
# want: not_applicable empty
resource "aws_vpc" "out" {
  cidr_block = "10.20.0.0/16"
}

# want: fail empty
resource "aws_default_security_group" "out" {
  vpc_id = aws_vpc.out.id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# want: pass declared
# want: not_applicable empty
resource "aws_vpc" "ruled" {
  cidr_block = "10.20.0.0/16"
}

# want: fail empty
resource "aws_default_security_group" "ruled" {
  vpc_id = aws_vpc.ruled.id
}

resource "aws_security_group_rule" "rule" {
  security_group_id = aws_default_security_group.ruled.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = ["10.0.0.0/8"]
}

# want: pass declared
# want: not_applicable empty
resource "aws_vpc" "entered" {
  cidr_block = "10.20.0.0/16"
}

# want: fail empty
resource "aws_default_security_group" "entered" {
  vpc_id = aws_vpc.entered.id
}

resource "aws_vpc_security_group_ingress_rule" "entered" {
  security_group_id = aws_default_security_group.entered.id
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/8"
}

# want: pass declared
# want: not_applicable empty
resource "aws_vpc" "left" {
  cidr_block = "10.20.0.0/16"
}

# want: fail empty
resource "aws_default_security_group" "left" {
  vpc_id = aws_vpc.left.id
}

resource "aws_vpc_security_group_egress_rule" "left" {
  security_group_id = aws_default_security_group.left.id
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/8"
}

# want: fail declared
# want: fail empty
resource "aws_vpc" "by_attribute" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_vpc_security_group_ingress_rule" "by_attribute" {
  security_group_id = aws_vpc.by_attribute.default_security_group_id
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/8"
}

