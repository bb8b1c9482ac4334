resource "aws_db_subnet_group" "open" {
  name       = "open"
  subnet_ids = [for s in aws_subnet.open : s.id]
}

resource "aws_internet_gateway" "open" {
  vpc_id = aws_vpc.open.id
}

resource "aws_route_table" "open" {
  vpc_id = aws_vpc.open.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.open.id
  }
}

resource "aws_route_table_association" "open" {
  for_each       = aws_subnet.open
  subnet_id      = each.value.id
  route_table_id = aws_route_table.open.id
}
