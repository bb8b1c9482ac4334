resource "aws_backup_selection" "others" {
  name         = "others"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  resources = [
    "arn:aws:dynamodb:*:*:table/*",
    "arn:aws:rds:*:*:db:prod-*",
    aws_db_instance.excluded.arn,
  ]
  not_resources = [aws_db_instance.excluded.arn]
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

resource "aws_backup_selection" "conditions" {
  name         = "conditions"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = ["*"]

  condition {
    string_equals {
      key   = "aws:ResourceTag/Stage"
      value = "production"
    }
  }
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

  tags = { DataClass = "PHI" }
}

resource "aws_db_instance" "weekly" {
  identifier                  = "weekly"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

  tags = { DataClass = "PHI", Backup = "weekly", Stage = "test" }
}

resource "aws_db_instance" "excluded" {
  identifier                  = "excluded"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "prod-charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

  tags = { Stage = "staging" }
}
