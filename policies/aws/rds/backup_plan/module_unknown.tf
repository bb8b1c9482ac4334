module "backup" {
  source  = "cloudposse/backup/aws"
  version = "1.0.2"

  backup_resources = [aws_db_instance.orders.arn]
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
}
