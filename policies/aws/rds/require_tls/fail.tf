variable "tls" {
  type    = bool
  default = false
}

# The default before PostgreSQL 15.
resource "aws_db_instance" "old_postgres" {
  identifier                  = "old-postgres"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  engine_version              = "14"
  manage_master_user_password = true

}
resource "aws_db_parameter_group" "off" {
  name   = "off"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = var.tls ? "1" : "0"
  }
}
resource "aws_db_instance" "switched_off" {
  identifier                  = "switched-off"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  engine_version              = "16"
  parameter_group_name        = aws_db_parameter_group.off.name
  manage_master_user_password = true

}
resource "aws_db_parameter_group" "silent" {
  name   = "silent"
  family = "mysql8.0"

  parameter {
    name  = "slow_query_log"
    value = "1"
  }
}
resource "aws_db_instance" "silent" {
  identifier                  = "silent"
  engine                      = "mysql"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  parameter_group_name        = aws_db_parameter_group.silent.name
  manage_master_user_password = true

}
resource "aws_db_instance" "mariadb" {
  identifier                  = "mariadb"
  engine                      = "mariadb"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  engine_version              = "10.11.8"
  manage_master_user_password = true

}
resource "aws_db_instance" "sql_server" {
  identifier                  = "sql-server"
  engine                      = "sqlserver-web"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  license_model               = "license-included"
  manage_master_user_password = true

}
resource "aws_rds_cluster_parameter_group" "charts" {
  name   = "charts"
  family = "aurora-mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "OFF"
  }
}
resource "aws_rds_cluster" "charts" {
  cluster_identifier              = "charts"
  engine                          = "aurora-mysql"
  master_username                 = "clinic"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.charts.name
  manage_master_user_password     = true

}
resource "aws_rds_cluster" "claims" {
  cluster_identifier          = "claims"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  engine_version              = "15.7"
  manage_master_user_password = true

}

resource "aws_db_proxy" "orders" {
  name           = "orders"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders"
  }
}
