resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_internet_gateway" "clinic" {
  vpc_id = aws_vpc.clinic.id
}

resource "aws_subnet" "inline" {
  vpc_id     = aws_vpc.clinic.id
  cidr_block = "10.20.1.0/24"
}

# want: not_applicable marked
resource "aws_route_table" "inline" {
  vpc_id = aws_vpc.clinic.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.clinic.id
  }
}

resource "aws_route_table_association" "inline" {
  subnet_id      = aws_subnet.inline.id
  route_table_id = aws_route_table.inline.id
}

# want: fail machine
# want: not_applicable database
resource "aws_instance" "inline" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.inline.id

  tags = { DataClass = "PHI" }
}

resource "aws_subnet" "split" {
  vpc_id     = aws_vpc.clinic.id
  cidr_block = "10.20.2.0/24"
}

# want: not_applicable marked
resource "aws_route_table" "split" {
  vpc_id = aws_vpc.clinic.id
}

resource "aws_route" "split" {
  route_table_id         = aws_route_table.split.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.clinic.id
}

resource "aws_route_table_association" "split" {
  subnet_id      = aws_subnet.split.id
  route_table_id = aws_route_table.split.id
}

# want: fail machine
# want: not_applicable database
resource "aws_instance" "split" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.split.id

  tags = { DataClass = "PHI" }
}

resource "aws_db_subnet_group" "mixed" {
  name       = "mixed"
  subnet_ids = [aws_subnet.inside.id, aws_subnet.inline.id]
}

resource "aws_subnet" "inside" {
  vpc_id     = aws_vpc.clinic.id
  cidr_block = "10.20.3.0/24"
}

# want: not_applicable marked
resource "aws_route_table" "inside" {
  vpc_id = aws_vpc.clinic.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = "nat-0a1b2c3d4e5f60718"
  }

  route {
    cidr_block = "10.0.0.0/8"
    gateway_id = "vgw-0a1b2c3d4e5f60718"
  }
}

resource "aws_route_table_association" "inside" {
  subnet_id      = aws_subnet.inside.id
  route_table_id = aws_route_table.inside.id
}

# want: not_applicable machine
# want: fail database
resource "aws_db_instance" "mixed" {
  identifier           = "mixed"
  engine               = "postgres"
  instance_class       = "db.t3.medium"
  allocated_storage    = 20
  db_subnet_group_name = aws_db_subnet_group.mixed.name

  tags = { DataClass = "PHI" }
}

# want: not_applicable machine
# want: fail database
resource "aws_rds_cluster" "mixed" {
  cluster_identifier   = "mixed"
  engine               = "aurora-postgresql"
  db_subnet_group_name = "mixed"

  tags = { DataClass = "PHI" }
}

resource "aws_vpc" "main" {
  cidr_block = "10.30.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "main" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.30.1.0/24"
}

# want: not_applicable marked
resource "aws_route_table" "main" {
  vpc_id = aws_vpc.main.id

  route {
    ipv6_cidr_block = "::/0"
    gateway_id      = aws_internet_gateway.main.id
  }
}

resource "aws_main_route_table_association" "main" {
  vpc_id         = aws_vpc.main.id
  route_table_id = aws_route_table.main.id
}

# want: fail machine
# want: not_applicable database
resource "aws_instance" "main" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.main.id

  tags = { DataClass = "PHI" }
}

resource "aws_vpc" "adopted" {
  cidr_block = "10.40.0.0/16"
}

resource "aws_internet_gateway" "adopted" {
  vpc_id = aws_vpc.adopted.id
}

resource "aws_subnet" "adopted" {
  vpc_id     = aws_vpc.adopted.id
  cidr_block = "10.40.1.0/24"
}

resource "aws_default_route_table" "adopted" {
  default_route_table_id = aws_vpc.adopted.default_route_table_id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.adopted.id
  }
}

# want: fail machine
# want: not_applicable database
resource "aws_instance" "adopted" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.adopted.id

  tags = { DataClass = "PHI" }
}

resource "aws_vpc" "added" {
  cidr_block = "10.50.0.0/16"
}

resource "aws_internet_gateway" "added" {
  vpc_id = aws_vpc.added.id
}

resource "aws_subnet" "added" {
  vpc_id     = aws_vpc.added.id
  cidr_block = "10.50.1.0/24"
}

resource "aws_route" "added" {
  route_table_id         = aws_vpc.added.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.added.id
}

# want: fail machine
# want: not_applicable database
resource "aws_instance" "added" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.added.id

  tags = { DataClass = "PHI" }
}

