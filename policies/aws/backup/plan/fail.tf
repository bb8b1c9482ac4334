resource "aws_db_instance" "charts" {
  identifier     = "charts"
  engine         = "postgres"
  instance_class = "db.t3.medium"
  tags           = { DataClass = "PHI" }
}

# want: fail frequency
# want: fail phi_frequency
# want: pass retention
resource "aws_backup_plan" "weekly" {
  name = "weekly"

  rule {
    rule_name         = "weekly"
    target_vault_name = "records"
    schedule          = "cron(0 5 ? * SUN *)"
  }
}

resource "aws_backup_selection" "charts" {
  name         = "charts"
  plan_id      = aws_backup_plan.weekly.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.charts.arn]
}

# want: pass frequency
# want: fail retention
resource "aws_backup_plan" "short" {
  name = "short"

  rule {
    rule_name         = "daily"
    target_vault_name = "records"
    schedule          = "cron(0 5 ? * * *)"

    lifecycle {
      delete_after = 14
    }
  }

  rule {
    rule_name         = "monthly"
    target_vault_name = "records"
    schedule          = "cron(0 5 1 * ? *)"

    lifecycle {
      delete_after = 365
    }
  }
}
