data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

resource "aws_backup_selection" "patterns" {
  name         = "patterns"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  resources = [
    "arn:aws:rds:*:*:cluster:records-*",
    "arn:aws:rds:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:db:prod-*",
  ]
  not_resources = ["arn:aws:rds:*:*:cluster:records-scratch*"]

  condition {
    string_equals {
      key   = "aws:ResourceTag/Stage"
      value = "production"
    }
    string_like {
      key   = "aws:ResourceTag/Team"
      value = "clin*"
    }
    string_not_equals {
      key   = "aws:ResourceTag/Backup"
      value = "none"
    }
    string_not_like {
      key   = "aws:ResourceTag/Owner"
      value = "test-*"
    }
  }
}

resource "aws_db_instance" "orders" {
  identifier                  = "prod-orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

  tags = { Stage = "production", Team = "clinicians", Backup = "daily", Owner = "records" }
}

resource "aws_rds_cluster" "records" {
  cluster_identifier          = "records-charts"
  engine                      = "aurora-mysql"
  master_username             = "clinic"
  manage_master_user_password = true

  tags = { Stage = "production", Team = "clinic", Backup = "weekly", Owner = "charts" }
}
