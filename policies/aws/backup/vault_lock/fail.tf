# want: fail immutable
resource "aws_backup_vault" "open" {
  name = "open"
}

# want: fail immutable
# want: fail compliance
resource "aws_backup_vault" "records" {
  name = "records"
  tags = { DataClass = "PHI" }
}

# want: pass immutable
# want: fail compliance
resource "aws_backup_vault" "governed" {
  name = "governed"
  tags = { DataClass = "PHI" }
}

resource "aws_backup_vault_lock_configuration" "governed" {
  backup_vault_name  = aws_backup_vault.governed.name
  min_retention_days = 35
}

# The policy lets one role delete, and forgets itself.
# want: fail immutable
resource "aws_backup_vault" "hole" {
  for_each = toset(["except", "itself"])
  name     = each.key
}

resource "aws_backup_vault_policy" "except" {
  backup_vault_name = aws_backup_vault.hole["except"].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "backup:*"
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/operators" } }
    }]
  })
}

resource "aws_backup_vault_policy" "itself" {
  backup_vault_name = aws_backup_vault.hole["itself"].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"]
      Resource  = "*"
    }]
  })
}
