resource "aws_vpc" "records" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  vpc_id                  = aws_vpc.records.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = false
}

resource "aws_security_group" "hosts" {
  name   = "hosts"
  vpc_id = aws_vpc.records.id

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "split" {
  name   = "split"
  vpc_id = aws_vpc.records.id
}

resource "aws_vpc_security_group_ingress_rule" "split" {
  security_group_id = aws_security_group.split.id
  ip_protocol       = "tcp"
  from_port         = 5000
  to_port           = 5000
  cidr_ipv4         = "10.0.0.0/16"
}

resource "aws_security_group" "older" {
  name   = "older"
  vpc_id = aws_vpc.records.id
}

resource "aws_security_group_rule" "older" {
  security_group_id = aws_security_group.older.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 9000
  to_port           = 9000
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_security_group_rule" "out" {
  security_group_id = aws_security_group.older.id
  type              = "egress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_instance" "keys" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.hosts.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "split" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.xlarge"
  subnet_id                   = aws_subnet.private.id
  associate_public_ip_address = false
  vpc_security_group_ids      = [aws_security_group.split.id, aws_security_group.older.id]

  metadata_options {
    http_endpoint = "disabled"
  }

  enclave_options {
    enabled = true
  }
}

# It runs no enclaves.
resource "aws_instance" "website" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.xlarge"
  associate_public_ip_address = true
}

resource "aws_instance" "off" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.xlarge"
  associate_public_ip_address = true

  enclave_options {
    enabled = false
  }
}
