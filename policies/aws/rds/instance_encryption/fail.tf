variable "encrypted" {
  type    = bool
  default = false
}

variable "environment" {
  type    = string
  default = "staging"
}

resource "aws_db_instance" "omitted" {
  identifier                  = "omitted"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
}

resource "aws_db_instance" "off" {
  identifier                  = "off"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  storage_encrypted           = false
}

resource "aws_db_instance" "by_variable" {
  identifier                  = "by-variable"
  engine                      = "mysql"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  storage_encrypted           = var.encrypted
}

resource "aws_db_instance" "only_in_production" {
  for_each = toset(["a", "b"])

  identifier                  = "${var.environment}-${each.key}"
  engine                      = "mysql"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  storage_encrypted           = var.environment == "prod"
}
