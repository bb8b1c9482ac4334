variable "upgrade" {
  type    = bool
  default = false
}

resource "aws_db_instance" "off" {
  identifier                  = "off"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  auto_minor_version_upgrade  = false
  manage_master_user_password = true

}
resource "aws_db_instance" "by_default" {
  identifier                  = "by-default"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  auto_minor_version_upgrade  = var.upgrade
  manage_master_user_password = true

}
resource "aws_rds_cluster_instance" "off" {
  identifier                 = "off"
  cluster_identifier         = "charts"
  engine                     = "aurora-postgresql"
  instance_class             = "db.r6g.large"
  auto_minor_version_upgrade = false
}

