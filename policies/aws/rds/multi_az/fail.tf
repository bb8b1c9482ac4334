variable "multi_az" {
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
  multi_az                    = var.multi_az
  manage_master_user_password = true

}
resource "aws_rds_cluster" "empty" {
  cluster_identifier          = "empty"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster" "single" {
  cluster_identifier          = "single"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster_instance" "single" {
  count = 1

  identifier         = "single-${count.index}"
  cluster_identifier = aws_rds_cluster.single.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

