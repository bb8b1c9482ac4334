variable "force_ssl" {
  type = string
}

variable "engine_version" {
  type = string
}

variable "tls" {
  type = bool
}

resource "aws_db_parameter_group" "by_variable" {
  name   = "by-variable"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = var.force_ssl
  }
}
resource "aws_db_instance" "by_variable" {
  identifier                  = "by-variable"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  parameter_group_name        = aws_db_parameter_group.by_variable.name
  manage_master_user_password = true

}
resource "aws_db_instance" "of_some_version" {
  identifier                  = "of-some-version"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  engine_version              = var.engine_version
  manage_master_user_password = true

}
# The newest version that RDS has.
resource "aws_db_instance" "of_the_newest_version" {
  identifier                  = "of-the-newest-version"
  engine                      = "mysql"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

}
# A group of another stack.
resource "aws_db_instance" "group_elsewhere" {
  identifier                  = "group-elsewhere"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  engine_version              = "16.3"
  parameter_group_name        = "shared-postgres"
  manage_master_user_password = true

}
resource "aws_db_instance" "copied" {
  identifier          = "copied"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "orders-2026"

}
resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  engine_version              = "17.4"
  manage_master_user_password = true

}

resource "aws_db_proxy" "by_variable" {
  name           = "by-variable"
  engine_family  = "MYSQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  require_tls    = var.tls

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders"
  }
}
