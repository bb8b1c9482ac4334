variable "password" {
  type      = string
  sensitive = true
}

resource "random_password" "master" {
  length = 32
}

data "aws_secretsmanager_secret_version" "master" {
  secret_id = "orders"
}

resource "aws_db_instance" "literal" {
  identifier        = "literal"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 50
  username          = "clinic"
  password          = "change-me-soon"

}
# Whatever it is, the state keeps it.
resource "aws_db_instance" "by_variable" {
  identifier        = "by-variable"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 50
  username          = "clinic"
  password          = var.password

}
resource "aws_db_instance" "random" {
  identifier                  = "random"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = false
  password                    = random_password.master.result

}
resource "aws_db_instance" "looked_up" {
  identifier        = "looked-up"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 50
  username          = "clinic"
  password          = data.aws_secretsmanager_secret_version.master.secret_string

}
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "orders-2026"
  password            = "change-me-soon"

}
resource "aws_rds_cluster" "by_variable" {
  cluster_identifier = "by-variable"
  engine             = "aurora-postgresql"
  master_username    = "clinic"
  master_password    = var.password
  tags               = { DataClass = "PHI" }

}
resource "aws_rds_cluster" "literal" {
  cluster_identifier = "literal"
  engine             = "aurora-postgresql"
  master_username    = "clinic"
  master_password    = "change-me-soon"

}
resource "aws_rds_cluster" "global" {
  cluster_identifier        = "global"
  engine                    = "aurora-postgresql"
  master_username           = "clinic"
  global_cluster_identifier = "records"
  master_password           = "change-me-soon"

}
