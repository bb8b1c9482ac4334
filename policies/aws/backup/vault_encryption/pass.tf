resource "aws_kms_key" "backups" {
  description         = "Backups of patient records"
  enable_key_rotation = true
}

resource "aws_backup_vault" "records" {
  name        = "records"
  kms_key_arn = aws_kms_key.backups.arn
  tags        = { DataClass = "PHI" }
}

# It holds PHI because a plan puts the backups of a database there.
resource "aws_backup_vault" "charts" {
  name        = "charts"
  kms_key_arn = aws_kms_key.backups.arn
}

resource "aws_db_instance" "charts" {
  identifier     = "charts"
  engine         = "postgres"
  instance_class = "db.t3.medium"
  tags           = { DataClass = "PHI" }
}

resource "aws_backup_plan" "charts" {
  name = "charts"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.charts.name
  }
}

resource "aws_backup_selection" "charts" {
  name         = "charts"
  plan_id      = aws_backup_plan.charts.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.charts.arn]
}

# want: not_applicable
resource "aws_backup_vault" "website" {
  name = "website"
}
