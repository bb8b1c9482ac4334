resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_internet_gateway" "clinic" {
  vpc_id = aws_vpc.clinic.id
}

resource "aws_subnet" "private" {
  for_each   = { a = "10.20.1.0/24", b = "10.20.2.0/24" }
  vpc_id     = aws_vpc.clinic.id
  cidr_block = each.value
}

resource "aws_route_table_association" "private" {
  for_each       = aws_subnet.private
  subnet_id      = each.value.id
  route_table_id = aws_route_table.private.id
}

# want: not_applicable marked
resource "aws_route_table" "private" {
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

resource "aws_route" "peer" {
  route_table_id            = aws_route_table.private.id
  destination_cidr_block    = "10.30.0.0/16"
  vpc_peering_connection_id = "pcx-0a1b2c3d4e5f60718"
}

# want: pass machine
# want: not_applicable database
resource "aws_instance" "records" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.private["a"].id

  tags = { DataClass = "PHI" }
}

resource "aws_db_subnet_group" "records" {
  name       = "records"
  subnet_ids = [for s in aws_subnet.private : s.id]
}

# want: not_applicable machine
# want: pass database
resource "aws_db_instance" "records" {
  identifier           = "records"
  engine               = "postgres"
  instance_class       = "db.t3.medium"
  allocated_storage    = 20
  db_subnet_group_name = aws_db_subnet_group.records.name

  tags = { DataClass = "PHI" }
}

# want: not_applicable machine
# want: pass database
resource "aws_rds_cluster" "charts" {
  cluster_identifier   = "charts"
  engine               = "aurora-postgresql"
  db_subnet_group_name = aws_db_subnet_group.records.name

  tags = { DataClass = "PHI" }
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.clinic.id
  cidr_block = "10.20.3.0/24"
}

# want: not_applicable marked
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.clinic.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.clinic.id
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

# want: not_applicable machine
# want: not_applicable database
resource "aws_instance" "proxy" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.public.id
}

resource "aws_subnet" "on_main" {
  vpc_id     = aws_vpc.clinic.id
  cidr_block = "10.20.4.0/24"
}

# want: pass machine
# want: not_applicable database
resource "aws_instance" "on_main" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
  subnet_id     = aws_subnet.on_main.id

  tags = { DataClass = "PHI" }
}

resource "aws_default_route_table" "clinic" {
  default_route_table_id = aws_vpc.clinic.default_route_table_id

  route {
    cidr_block = "10.0.0.0/8"
    gateway_id = "vgw-0a1b2c3d4e5f60718"
  }
}
