variable "copy" {
  type = bool
}

resource "aws_db_instance" "by_variable" {
  identifier                  = "by-variable"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  copy_tags_to_snapshot       = var.copy
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
resource "aws_rds_cluster" "by_variable" {
  cluster_identifier          = "by-variable"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  copy_tags_to_snapshot       = var.copy
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
