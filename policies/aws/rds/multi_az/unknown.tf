variable "multi_az" {
  type = bool
}

variable "instances" {
  type = number
}

resource "aws_db_instance" "by_variable" {
  identifier                  = "by-variable"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  multi_az                    = var.multi_az
  manage_master_user_password = true

}
resource "aws_rds_cluster" "some" {
  cluster_identifier          = "some"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster_instance" "some" {
  count = var.instances

  identifier         = "some-${count.index}"
  cluster_identifier = aws_rds_cluster.some.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

