# What a selection takes by tag alone it takes only of services that are opted in.
resource "aws_backup_region_settings" "this" {
  resource_type_opt_in_preference = {
    Aurora   = false
    DynamoDB = true
    RDS      = false
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

  tags = { Backup = "daily" }
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

  tags = { Backup = "daily" }
}
