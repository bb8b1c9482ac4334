locals {
  clusters = {
    charts = { engine = "aurora-postgresql", logs = ["postgresql"] }
    claims = { engine = "aurora-mysql", logs = ["audit", "error", "slowquery"] }
    visits = { engine = "mysql", logs = ["error"] }
  }
}

resource "aws_db_instance" "orders" {
  identifier                      = "orders"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "visits" {
  identifier                      = "visits"
  engine                          = "mysql"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = ["error", "audit"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "wiki" {
  identifier                      = "wiki"
  engine                          = "mariadb"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = ["audit", "error", "general"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "imaging" {
  identifier                      = "imaging"
  engine                          = "oracle-se2"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  license_model                   = "bring-your-own-license"
  enabled_cloudwatch_logs_exports = ["alert", "audit", "listener"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "reports" {
  identifier                      = "reports"
  engine                          = "sqlserver-se"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  license_model                   = "license-included"
  enabled_cloudwatch_logs_exports = ["error", "agent"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "ledger" {
  identifier                      = "ledger"
  engine                          = "db2-se"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  license_model                   = "bring-your-own-license"
  enabled_cloudwatch_logs_exports = ["diag.log", "notify.log"]
  manage_master_user_password     = true

}
# want: not_applicable
resource "aws_db_instance" "custom" {
  identifier                  = "custom"
  engine                      = "custom-sqlserver-se"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster" "all" {
  for_each = local.clusters

  cluster_identifier              = each.key
  engine                          = each.value.engine
  master_username                 = "clinic"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = each.value.logs
}
