variable "lock" {
  type = bool
}

variable "policy" {
  type = string
}

variable "days" {
  type = number
}

# want: unknown immutable
resource "aws_backup_vault" "lock" {
  name = "lock"
}

resource "aws_backup_vault_lock_configuration" "lock" {
  count             = var.lock ? 1 : 0
  backup_vault_name = aws_backup_vault.lock.name
}

# want: unknown immutable
resource "aws_backup_vault" "policy" {
  name = "policy"
}

resource "aws_backup_vault_policy" "policy" {
  backup_vault_name = aws_backup_vault.policy.name
  policy            = var.policy
}

# want: unknown compliance
resource "aws_backup_vault" "days" {
  name = "days"
  tags = { DataClass = "PHI" }
}

resource "aws_backup_vault_lock_configuration" "days" {
  backup_vault_name   = aws_backup_vault.days.name
  changeable_for_days = var.days
}
