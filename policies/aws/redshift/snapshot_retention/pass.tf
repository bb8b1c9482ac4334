variable "days" {
  type    = number
  default = 14
}

resource "aws_redshift_cluster" "reports" {
  cluster_identifier                  = "reports"
  node_type                           = "ra3.large"
  master_username                     = "admin"
  manage_master_password              = true
  automated_snapshot_retention_period = var.days
}

resource "aws_redshift_cluster" "phi" {
  cluster_identifier                  = "phi"
  node_type                           = "ra3.large"
  master_username                     = "admin"
  manage_master_password              = true
  automated_snapshot_retention_period = 35

  tags = { DataClass = "PHI" }
}

resource "aws_redshift_cluster" "in_a_plan" {
  cluster_identifier                  = "in-a-plan"
  node_type                           = "ra3.large"
  master_username                     = "admin"
  manage_master_password              = true
  automated_snapshot_retention_period = 7

  tags = { DataClass = "PHI" }
}

resource "aws_backup_plan" "long" {
  name = "long"

  rule {
    rule_name         = "daily"
    target_vault_name = "clinic"
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_selection" "long" {
  name         = "long"
  plan_id      = aws_backup_plan.long.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_redshift_cluster.in_a_plan.arn]
}

resource "aws_redshift_cluster" "for_ever" {
  cluster_identifier                  = "for-ever"
  node_type                           = "ra3.large"
  master_username                     = "admin"
  manage_master_password              = true
  automated_snapshot_retention_period = "7"

  tags = { DataClass = "PHI" }
}

resource "aws_backup_plan" "for_ever" {
  name = "for-ever"

  rule {
    rule_name         = "weekly"
    target_vault_name = "clinic"
    schedule          = "cron(0 5 ? * SUN *)"
  }
}

resource "aws_backup_selection" "for_ever" {
  name         = "for-ever"
  plan_id      = aws_backup_plan.for_ever.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = ["arn:aws:redshift:us-east-1:111122223333:cluster:other", aws_redshift_cluster.for_ever.arn]
}
