resource "aws_vpc" "dmz" {
  cidr_block = "10.20.0.0/16"

  tags = { Name = "clinic-public" }
}

# want: pass gateway
resource "aws_internet_gateway" "dmz" {
  vpc_id = aws_vpc.dmz.id
}

# want: not_applicable gateway
resource "aws_internet_gateway" "free" {
}

# want: pass gateway
resource "aws_internet_gateway_attachment" "free" {
  internet_gateway_id = aws_internet_gateway.free.id
  vpc_id              = aws_vpc.dmz.id
}

