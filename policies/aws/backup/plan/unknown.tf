variable "schedule" {
  type = string
}

variable "days" {
  type = number
}

# want: unknown frequency
resource "aws_backup_plan" "schedule" {
  name = "schedule"

  rule {
    rule_name         = "schedule"
    target_vault_name = "records"
    schedule          = var.schedule
  }
}

# want: unknown retention
resource "aws_backup_plan" "days" {
  name = "days"

  rule {
    rule_name         = "days"
    target_vault_name = "records"

    lifecycle {
      delete_after = var.days
    }
  }
}

# A schedule for one year.
# want: unknown frequency
resource "aws_backup_plan" "odd" {
  name = "odd"

  rule {
    rule_name         = "odd"
    target_vault_name = "records"
    schedule          = "cron(0 5 1 1 ? 2030)"
  }
}
