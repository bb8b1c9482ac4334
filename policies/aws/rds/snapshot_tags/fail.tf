variable "copy" {
  type    = bool
  default = false
}

resource "aws_db_instance" "omitted" {
  identifier                  = "omitted"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
resource "aws_db_instance" "off" {
  identifier                  = "off"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  copy_tags_to_snapshot       = var.copy
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
resource "aws_rds_cluster" "omitted" {
  cluster_identifier          = "omitted"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
resource "aws_rds_cluster" "off" {
  cluster_identifier          = "off"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  copy_tags_to_snapshot       = false
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
