resource "aws_vpc" "records" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  for_each = { a = "10.0.1.0/24", b = "10.0.2.0/24" }

  vpc_id            = aws_vpc.records.id
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}

resource "aws_instance" "app" {
  for_each = aws_subnet.private

  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  subnet_id     = each.value.id
  tags          = { DataClass = "PHI" }
}

# The template says what else it is made of, the instance where it runs.
resource "aws_instance" "worker" {
  subnet_id = aws_subnet.private["a"].id
  tags      = { DataClass = "PHI" }

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}

# Nothing says that it holds PHI.
resource "aws_instance" "website" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}
