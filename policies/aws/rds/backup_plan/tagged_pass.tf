locals {
  backup = { Backup = "daily" }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  dynamic "selection_tag" {
    for_each = local.backup

    content {
      type  = "STRINGEQUALS"
      key   = selection_tag.key
      value = selection_tag.value
    }
  }
}

resource "aws_backup_region_settings" "this" {
  resource_type_opt_in_preference = {
    Aurora = true
    RDS    = true
    EFS    = false
  }
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

  tags = merge(local.backup, { DataClass = "PHI" })
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-mysql"
  master_username             = "clinic"
  manage_master_user_password = true

  tags = local.backup
}
