variable "backup" {
  type = string
}

variable "excluded" {
  type = list(string)
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

# Which Region the pattern means is decided where it is applied.
resource "aws_backup_selection" "elsewhere" {
  name         = "elsewhere"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = ["arn:aws:rds:us-east-1:*:cluster:*"]
}

resource "aws_backup_selection" "all" {
  name          = "all"
  plan_id       = "11111111-2222-3333-4444-555555555555"
  iam_role_arn  = "arn:aws:iam::111122223333:role/backup"
  resources     = [aws_db_instance.perhaps_excluded.arn]
  not_resources = var.excluded
}

resource "aws_db_instance" "by_variable" {
  identifier                  = "by-variable"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

  tags = { Backup = var.backup }
}

resource "aws_db_instance" "perhaps_excluded" {
  identifier                  = "perhaps-excluded"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
}
