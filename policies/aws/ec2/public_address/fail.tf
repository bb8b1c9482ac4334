variable "public" {
  type    = bool
  default = true
}

resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.1.0/24"
}

resource "aws_instance" "asked" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t4g.small"
  subnet_id                   = aws_subnet.private.id
  associate_public_ip_address = var.public
}

resource "aws_instance" "by_subnet" {
  for_each      = { web = aws_subnet.public.id }
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  subnet_id     = each.value
}

# Without a subnet it goes into the default one.
resource "aws_instance" "default_subnet" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
}

resource "aws_instance" "elastic" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t4g.small"
  subnet_id                   = aws_subnet.private.id
  associate_public_ip_address = false
}

resource "aws_eip" "app" {
  domain   = "vpc"
  instance = aws_instance.elastic.id
}

resource "aws_instance" "associated" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t4g.small"
  subnet_id                   = aws_subnet.private.id
  associate_public_ip_address = false
}

resource "aws_eip" "spare" {
  domain = "vpc"
}

resource "aws_eip_association" "spare" {
  allocation_id = aws_eip.spare.id
  instance_id   = aws_instance.associated.id
}

# A host with PHI is no bastion.
resource "aws_instance" "phi" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t4g.small"
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = true

  tags = {
    Role      = "bastion"
    DataClass = "PHI"
  }
}

# The role is none that may be reached.
resource "aws_launch_template" "public" {
  name     = "public"
  image_id = "ami-0abcdef1234567890"
  tags     = { Role = "web" }

  dynamic "network_interfaces" {
    for_each = [true]

    content {
      associate_public_ip_address = network_interfaces.value
    }
  }
}

resource "aws_launch_configuration" "public" {
  name_prefix                 = "app-"
  image_id                    = "ami-0abcdef1234567890"
  instance_type               = "t3.small"
  associate_public_ip_address = true
}
