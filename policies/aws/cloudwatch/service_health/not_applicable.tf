# No alarm is declared here: another stack may own them.
resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  tags    = { DataClass = "PHI" }
}

resource "aws_db_instance" "records" {
  identifier        = "records"
  engine            = "postgres"
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  tags              = { DataClass = "PHI" }
}
