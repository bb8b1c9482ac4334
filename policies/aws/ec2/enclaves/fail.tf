resource "aws_vpc" "records" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.records.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.records.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_security_group" "hosts" {
  name   = "hosts"
  vpc_id = aws_vpc.records.id
}

resource "aws_security_group" "open" {
  name   = "open"
  vpc_id = aws_vpc.records.id

  dynamic "ingress" {
    for_each = [5000, 8000]

    content {
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_security_group" "ping" {
  name   = "ping"
  vpc_id = aws_vpc.records.id

  ingress {
    protocol         = "icmpv6"
    from_port        = -1
    to_port          = -1
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_security_group" "split" {
  name   = "split"
  vpc_id = aws_vpc.records.id
}

resource "aws_vpc_security_group_ingress_rule" "split" {
  security_group_id = aws_security_group.split.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
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
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_eip" "fixed" {
  instance = aws_instance.fixed_address.id
}

resource "aws_instance" "imdsv1" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.hosts.id]

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "optional" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.hosts.id]

  metadata_options {
    http_tokens = "optional"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "in_public_subnet" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.public.id
  vpc_security_group_ids = [aws_security_group.hosts.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "asks" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.xlarge"
  subnet_id                   = aws_subnet.private.id
  vpc_security_group_ids      = [aws_security_group.hosts.id]
  associate_public_ip_address = true

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "in_default_subnet" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  vpc_security_group_ids = [aws_security_group.hosts.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "fixed_address" {
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

resource "aws_instance" "behind_open" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.open.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "behind_ping" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.ping.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "behind_split" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.split.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "behind_older" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.older.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}
