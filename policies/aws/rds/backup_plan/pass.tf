resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 5 * * ? *)"
  }
}

resource "aws_iam_role" "backup" {
  name               = "backup"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

  tags = { DataClass = "PHI" }
}

resource "aws_rds_cluster" "charts" {
  for_each = toset(["a", "b"])

  cluster_identifier          = "charts-${each.key}"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
}

# Named one by one, by reference and by ARN.
resource "aws_backup_selection" "named" {
  name         = "named"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = aws_iam_role.backup.arn

  resources = concat(
    [aws_db_instance.orders.arn, "arn:aws:rds:eu-west-1:111122223333:db:by-arn"],
    [for c in aws_rds_cluster.charts : c.arn],
  )
}

resource "aws_db_instance" "by_arn" {
  identifier                  = "by-arn"
  engine                      = "mysql"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
}

resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.orders.identifier
  skip_final_snapshot = true
}
