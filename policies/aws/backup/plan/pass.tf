resource "aws_db_instance" "charts" {
  identifier     = "charts"
  engine         = "postgres"
  instance_class = "db.t3.medium"
  tags           = { DataClass = "PHI" }
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "records"
    schedule          = "cron(0 5 ? * * *)"

    lifecycle {
      delete_after = 35
    }
  }

  rule {
    rule_name         = "monthly"
    target_vault_name = "records"
    schedule          = "cron(0 5 1 * ? *)"

    lifecycle {
      cold_storage_after = 30
      delete_after       = 2555
    }
  }
}

resource "aws_backup_selection" "charts" {
  name         = "charts"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.charts.arn]
}

# Without a schedule it runs daily, and without a lifecycle it keeps for ever.
# want: pass frequency
# want: pass retention
resource "aws_backup_plan" "silent" {
  name = "silent"

  rule {
    rule_name         = "silent"
    target_vault_name = "records"
  }
}

locals {
  rules = { often = { schedule = "cron(0 0/4 ? * * *)", days = 40 } }
}

# want: pass frequency
# want: pass retention
resource "aws_backup_plan" "often" {
  for_each = toset(["often"])
  name     = each.key

  dynamic "rule" {
    for_each = local.rules
    content {
      rule_name                = rule.key
      target_vault_name        = "records"
      schedule                 = rule.value.schedule
      enable_continuous_backup = true

      lifecycle {
        delete_after = rule.value.days
      }
    }
  }
}
