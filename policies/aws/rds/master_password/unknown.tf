variable "managed" {
  type = bool
}

variable "password" {
  type      = string
  sensitive = true
}

variable "snapshot" {
  type = string
}

variable "version_of_password" {
  type = number
}

resource "aws_db_instance" "by_variable" {
  identifier                  = "by-variable"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = var.managed

}
resource "aws_db_instance" "perhaps_restored" {
  identifier          = "perhaps-restored"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  username            = "clinic"
  snapshot_identifier = var.snapshot

}
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  username            = "clinic"
  snapshot_identifier = "orders-2026"
  password            = var.password

}
resource "aws_rds_cluster" "by_variable" {
  cluster_identifier         = "by-variable"
  engine                     = "aurora-postgresql"
  master_username            = "clinic"
  master_password_wo_version = var.version_of_password

}
