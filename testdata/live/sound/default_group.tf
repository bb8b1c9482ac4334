resource "aws_default_security_group" "clinic" {
  vpc_id = aws_vpc.clinic.id
}
