resource "aws_vpc" "records" {
  cidr_block = "10.20.0.0/16"
}

# want: fail gateway
resource "aws_internet_gateway" "records" {
  vpc_id = aws_vpc.records.id
}

# want: not_applicable gateway
resource "aws_internet_gateway" "free" {
}

# want: fail gateway
resource "aws_internet_gateway_attachment" "free" {
  internet_gateway_id = aws_internet_gateway.free.id
  vpc_id              = aws_vpc.records.id
}

