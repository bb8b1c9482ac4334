resource "aws_db_subnet_group" "clinic" {
  name       = "clinic"
  subnet_ids = [for s in aws_subnet.clinic : s.id]
}
