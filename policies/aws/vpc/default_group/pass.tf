# want: pass declared
# want: not_applicable empty
resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
}

# want: pass empty
resource "aws_default_security_group" "clinic" {
  vpc_id = aws_vpc.clinic.id
}

# want: pass declared
# want: not_applicable empty
resource "aws_vpc" "lists" {
  cidr_block = "10.20.0.0/16"
}

# want: pass empty
resource "aws_default_security_group" "lists" {
  vpc_id = aws_vpc.lists.id

  ingress = []
  egress  = []
}

resource "aws_vpc" "each" {
  for_each   = { a = "10.30.0.0/16", b = "10.40.0.0/16" }
  cidr_block = each.value
}

resource "aws_default_security_group" "each" {
  for_each = aws_vpc.each
  vpc_id   = each.value.id
}
