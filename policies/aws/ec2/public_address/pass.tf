resource "aws_subnet" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = true
}

resource "aws_instance" "private" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  subnet_id     = aws_subnet.private.id
}

resource "aws_instance" "refused" {
  count                       = 2
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t4g.small"
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = false
}

resource "aws_network_interface" "app" {
  subnet_id = aws_subnet.public.id
}

resource "aws_instance" "with_interface" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  network_interface {
    device_index         = 0
    network_interface_id = aws_network_interface.app.id
  }
}

resource "aws_instance" "with_primary_interface" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  primary_network_interface {
    network_interface_id = aws_network_interface.app.id
  }
}

resource "aws_launch_template" "silent" {
  name     = "silent"
  image_id = "ami-0abcdef1234567890"
}

resource "aws_launch_template" "private" {
  name     = "private"
  image_id = "ami-0abcdef1234567890"

  network_interfaces {
    associate_public_ip_address = false
    subnet_id                   = aws_subnet.private.id
  }
}

resource "aws_launch_configuration" "private" {
  name_prefix                 = "app-"
  image_id                    = "ami-0abcdef1234567890"
  instance_type               = "t3.small"
  associate_public_ip_address = false
}

resource "aws_eip" "nat" {
  domain = "vpc"
}

# want: not_applicable
resource "aws_instance" "bastion" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t4g.nano"
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = true

  tags = { Role = "bastion" }
}

resource "aws_instance" "from_template" {
  launch_template {
    id = aws_launch_template.private.id
  }
}

# want: not_applicable
resource "aws_launch_template" "bastion" {
  name     = "bastion"
  image_id = "ami-0abcdef1234567890"
  tags     = { Role = "Bastion" }

  network_interfaces {
    associate_public_ip_address = true
  }
}

# want: not_applicable
resource "aws_instance" "nat" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.nano"
  subnet_id     = aws_subnet.public.id

  tags = { Role = "nat" }
}
