resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  copy_tags_to_snapshot       = true
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  copy_tags_to_snapshot       = true
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
# want: not_applicable
resource "aws_db_instance" "scratch" {
  identifier                  = "scratch"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

}
