variable "logs" {
  type    = list(string)
  default = []
}

resource "aws_db_instance" "silent" {
  identifier                  = "silent"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
resource "aws_db_instance" "by_default" {
  identifier                      = "by-default"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = var.logs
  manage_master_user_password     = true

}
resource "aws_db_instance" "upgrades_only" {
  identifier                      = "upgrades-only"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = ["upgrade"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "no_audit" {
  identifier                      = "no-audit"
  engine                          = "mysql"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "no_errors" {
  identifier                      = "no-errors"
  engine                          = "mariadb"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = ["audit"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "no_alerts" {
  identifier                      = "no-alerts"
  engine                          = "oracle-ee"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  license_model                   = "license-included"
  enabled_cloudwatch_logs_exports = ["audit"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "agent_only" {
  identifier                      = "agent-only"
  engine                          = "sqlserver-web"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  license_model                   = "license-included"
  enabled_cloudwatch_logs_exports = ["agent"]
  manage_master_user_password     = true

}
# Whatever the engine of its source is, nothing is exported.
resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.silent.identifier
  skip_final_snapshot = true

}
resource "aws_rds_cluster" "silent" {
  cluster_identifier          = "silent"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster" "no_audit" {
  cluster_identifier              = "no-audit"
  engine                          = "aurora-mysql"
  master_username                 = "clinic"
  enabled_cloudwatch_logs_exports = ["error"]
  manage_master_user_password     = true

}
resource "aws_rds_cluster" "no_errors" {
  cluster_identifier              = "no-errors"
  engine                          = "mysql"
  master_username                 = "clinic"
  enabled_cloudwatch_logs_exports = ["general"]
  manage_master_user_password     = true

}
