variable "iam" {
  type = bool
}

variable "iam_auth" {
  type = string
}

variable "engine" {
  type = string
}

resource "aws_db_instance" "by_variable" {
  identifier                          = "by-variable"
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  allocated_storage                   = 50
  username                            = "clinic"
  iam_database_authentication_enabled = var.iam
  manage_master_user_password         = true

}
resource "aws_db_instance" "of_some_engine" {
  identifier                  = "of-some-engine"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  engine                      = var.engine
  manage_master_user_password = true

}
resource "aws_db_proxy" "by_variable" {
  name           = "by_variable"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:by_variable"
    iam_auth    = var.iam_auth
  }
}

