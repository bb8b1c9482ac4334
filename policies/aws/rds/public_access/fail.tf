variable "database" {
  type = object({
    class  = optional(string, "db.t4g.medium")
    public = optional(bool, true)
  })
  default = {}
}

resource "aws_db_instance" "vendor" {
  identifier                  = "vendor"
  engine                      = "postgres"
  instance_class              = var.database.class
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  publicly_accessible         = var.database.public
}

resource "aws_db_instance" "quoted" {
  identifier                  = "quoted"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  publicly_accessible         = "true"
}

resource "aws_rds_cluster_instance" "charts" {
  for_each = { writer = true, reader = true }

  identifier          = each.key
  cluster_identifier  = "charts"
  engine              = "aurora-postgresql"
  instance_class      = "db.r6g.large"
  publicly_accessible = each.value
}

resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = true
}
