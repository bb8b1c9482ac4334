variable "iam" {
  type    = bool
  default = true
}

resource "aws_db_instance" "orders" {
  identifier                          = "orders"
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  allocated_storage                   = 50
  username                            = "clinic"
  iam_database_authentication_enabled = var.iam
  manage_master_user_password         = true

}
resource "aws_db_instance" "visits" {
  identifier                          = "visits"
  engine                              = "mysql"
  instance_class                      = "db.t4g.medium"
  allocated_storage                   = 50
  username                            = "clinic"
  iam_database_authentication_enabled = true
  manage_master_user_password         = true

}
resource "aws_db_instance" "wiki" {
  identifier                          = "wiki"
  engine                              = "mariadb"
  instance_class                      = "db.t4g.medium"
  allocated_storage                   = 50
  username                            = "clinic"
  iam_database_authentication_enabled = true
  manage_master_user_password         = true

}
# want: not_applicable
resource "aws_db_instance" "reports" {
  identifier                  = "reports"
  engine                      = "sqlserver-se"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  license_model               = "license-included"
  manage_master_user_password = true

}
# want: not_applicable
resource "aws_db_instance" "imaging" {
  identifier                  = "imaging"
  engine                      = "oracle-se2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  license_model               = "license-included"
  manage_master_user_password = true

}
resource "aws_rds_cluster" "records" {
  cluster_identifier                  = "records"
  engine                              = "postgres"
  master_username                     = "clinic"
  db_cluster_instance_class           = "db.m6gd.large"
  iam_database_authentication_enabled = true
  manage_master_user_password         = true

}
resource "aws_rds_cluster" "charts" {
  cluster_identifier                  = "charts"
  engine                              = "aurora-postgresql"
  master_username                     = "clinic"
  iam_database_authentication_enabled = true
  manage_master_user_password         = true

}
resource "aws_rds_cluster" "claims" {
  cluster_identifier                  = "claims"
  engine                              = "aurora-mysql"
  master_username                     = "clinic"
  iam_database_authentication_enabled = true
  manage_master_user_password         = true

}
resource "aws_db_proxy" "orders" {
  name           = "orders"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders"
    iam_auth    = "REQUIRED"
  }
}

