variable "subnet" {
  type = string
}

variable "gateway" {
  type = string
}

variable "group" {
  type = string
}

resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_internet_gateway" "clinic" {
  vpc_id = aws_vpc.clinic.id
}

# want: unknown machine
# want: not_applicable database
resource "aws_instance" "elsewhere" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = var.subnet

  tags = { DataClass = "PHI" }
}

# want: unknown machine
# want: not_applicable database
resource "aws_instance" "nowhere" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"

  tags = { DataClass = "PHI" }
}

resource "aws_subnet" "routed" {
  vpc_id     = aws_vpc.clinic.id
  cidr_block = "10.20.1.0/24"
}

# want: not_applicable marked
resource "aws_route_table" "routed" {
  vpc_id = aws_vpc.clinic.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = var.gateway
  }
}

resource "aws_route_table_association" "routed" {
  subnet_id      = aws_subnet.routed.id
  route_table_id = aws_route_table.routed.id
}

# want: unknown machine
# want: not_applicable database
resource "aws_instance" "routed" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.routed.id

  tags = { DataClass = "PHI" }
}

# want: not_applicable machine
# want: unknown database
resource "aws_db_instance" "elsewhere" {
  identifier           = "elsewhere"
  engine               = "postgres"
  instance_class       = "db.t3.medium"
  allocated_storage    = 20
  db_subnet_group_name = var.group

  tags = { DataClass = "PHI" }
}

# want: not_applicable machine
# want: unknown database
resource "aws_db_instance" "nowhere" {
  identifier        = "nowhere"
  engine            = "postgres"
  instance_class    = "db.t3.medium"
  allocated_storage = 20

  tags = { DataClass = "PHI" }
}

