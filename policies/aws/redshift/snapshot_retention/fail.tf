# want: fail minimum
# want: not_applicable phi_minimum
resource "aws_redshift_cluster" "omitted" {
  cluster_identifier     = "omitted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
}

# want: fail minimum
resource "aws_redshift_cluster" "none" {
  cluster_identifier                  = "none"
  node_type                           = "ra3.large"
  master_username                     = "admin"
  manage_master_password              = true
  automated_snapshot_retention_period = 0
}

# want: pass minimum
# want: fail phi_minimum
resource "aws_redshift_cluster" "phi" {
  cluster_identifier                  = "phi"
  node_type                           = "ra3.large"
  master_username                     = "admin"
  manage_master_password              = true
  automated_snapshot_retention_period = 7

  tags = { DataClass = "PHI" }
}

# want: pass minimum
# want: fail phi_minimum
resource "aws_redshift_cluster" "short_plan" {
  cluster_identifier                  = "short-plan"
  node_type                           = "ra3.large"
  master_username                     = "admin"
  manage_master_password              = true
  automated_snapshot_retention_period = 30

  tags = { DataClass = "PHI" }
}

resource "aws_backup_plan" "short" {
  name = "short"

  rule {
    rule_name         = "daily"
    target_vault_name = "clinic"
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 14
    }
  }
}

resource "aws_backup_selection" "short" {
  name         = "short"
  plan_id      = aws_backup_plan.short.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_redshift_cluster.short_plan.arn]
}
