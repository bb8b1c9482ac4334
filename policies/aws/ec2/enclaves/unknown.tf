variable "enclave" {
  type = bool
}

variable "ranges" {
  type = list(string)
}

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
}

resource "aws_security_group" "by_variable" {
  name   = "by-variable"
  vpc_id = aws_vpc.records.id

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = var.ranges
  }
}

resource "aws_network_interface" "fixed" {
  subnet_id = aws_subnet.private.id
}

resource "aws_instance" "perhaps" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.xlarge"
  subnet_id                   = aws_subnet.private.id
  vpc_security_group_ids      = [aws_security_group.hosts.id]
  associate_public_ip_address = true

  enclave_options {
    enabled = var.enclave
  }
}

resource "aws_instance" "behind_variable" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.by_variable.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "without_groups" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.xlarge"
  subnet_id     = aws_subnet.private.id

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "in_subnet_of_another_stack" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = "subnet-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.hosts.id]

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "with_interface" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.xlarge"
  primary_network_interface {
    network_interface_id = aws_network_interface.fixed.id
  }

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "with_older_interface" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.xlarge"
  network_interface {
    device_index         = 0
    network_interface_id = aws_network_interface.fixed.id
  }

  metadata_options {
    http_tokens = "required"
  }

  enclave_options {
    enabled = true
  }
}

resource "aws_instance" "from_template" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.hosts.id]

  launch_template {
    name = "hosts"
  }

  enclave_options {
    enabled = true
  }
}

variable "public" {
  type = bool
}

resource "aws_subnet" "by_variable" {
  vpc_id                  = aws_vpc.records.id
  cidr_block              = "10.0.3.0/24"
  map_public_ip_on_launch = var.public
}

resource "aws_instance" "in_perhaps_public_subnet" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.xlarge"
  subnet_id              = aws_subnet.by_variable.id
  vpc_security_group_ids = [aws_security_group.hosts.id]

  enclave_options {
    enabled = true
  }

  metadata_options {
    http_tokens = "required"
  }
}
