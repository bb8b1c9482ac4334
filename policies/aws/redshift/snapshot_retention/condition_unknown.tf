# want: pass minimum
# want: unknown phi_minimum
resource "aws_redshift_cluster" "phi" {
  cluster_identifier                  = "phi"
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

resource "aws_backup_selection" "named" {
  name         = "named"
  plan_id      = aws_backup_plan.long.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_redshift_cluster.phi.arn]

  condition {
    string_equals {
      key   = "aws:ResourceTag/backup"
      value = "daily"
    }
  }
}

resource "aws_backup_selection" "any" {
  name         = "any"
  plan_id      = aws_backup_plan.long.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  condition {
    string_equals {
      key   = "aws:ResourceTag/backup"
      value = "daily"
    }
  }
}
