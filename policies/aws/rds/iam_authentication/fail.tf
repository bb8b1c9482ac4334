resource "aws_db_instance" "omitted" {
  identifier                  = "omitted"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

}
resource "aws_db_instance" "off" {
  identifier                          = "off"
  engine                              = "mysql"
  instance_class                      = "db.t4g.medium"
  allocated_storage                   = 50
  username                            = "clinic"
  iam_database_authentication_enabled = false
  manage_master_user_password         = true

}
resource "aws_rds_cluster" "omitted" {
  cluster_identifier          = "omitted"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster" "off" {
  cluster_identifier                  = "off"
  engine                              = "aurora-mysql"
  master_username                     = "clinic"
  iam_database_authentication_enabled = false
  manage_master_user_password         = true

}
resource "aws_db_proxy" "omitted" {
  name           = "omitted"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:omitted"
  }
}

resource "aws_db_proxy" "one_of_two" {
  name           = "one_of_two"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:one_of_two"
    iam_auth    = "REQUIRED"
  }

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:one_of_two"
    iam_auth    = "DISABLED"
  }
}

