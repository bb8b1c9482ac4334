variable "public" {
  type = bool
}

data "aws_ssm_parameter" "public" {
  name = "/database/public"
}

resource "aws_db_instance" "records" {
  identifier                  = "records"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  publicly_accessible         = var.public
}

resource "aws_rds_cluster_instance" "charts" {
  count = 2

  identifier          = "charts-${count.index}"
  cluster_identifier  = "charts"
  engine              = "aurora-postgresql"
  instance_class      = "db.r6g.large"
  publicly_accessible = count.index == 0 ? var.public : !var.public
}

resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = data.aws_ssm_parameter.public.value == "yes"
}
