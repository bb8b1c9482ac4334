locals {
  engines = {
    sqlserver  = 1433
    oracle     = 1521
    mysql      = 3306
    postgres   = 5432
    redshift   = 5439
    redis      = 6379
    opensearch = 9200
    mongodb    = 27017
  }
}

# want: fail data_ports
resource "aws_security_group_rule" "every_udp_port" {
  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "udp"
  from_port         = 1
  to_port           = 65535
  cidr_blocks       = ["0.0.0.0/0"]
}

# want: fail data_ports
resource "aws_security_group_rule" "range" {
  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "tcp"
  from_port         = 1024
  to_port           = 4000
  cidr_blocks       = ["10.0.0.0/8", "0.0.0.0/0"]
}

# want: fail data_ports
# want: fail authorised_ports
resource "aws_security_group_rule" "engine" {
  for_each = local.engines

  type              = "ingress"
  security_group_id = "sg-1234567890abcdef0"
  protocol          = "tcp"
  from_port         = each.value
  to_port           = each.value
  ipv6_cidr_blocks  = ["::/0"]
}
