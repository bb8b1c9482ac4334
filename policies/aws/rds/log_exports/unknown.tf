variable "logs" {
  type = list(string)
}

variable "log" {
  type = string
}

variable "engine" {
  type = string
}

resource "aws_db_instance" "by_variable" {
  identifier                      = "by-variable"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = var.logs
  manage_master_user_password     = true

}
resource "aws_db_instance" "partly" {
  identifier                      = "partly"
  engine                          = "mysql"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  enabled_cloudwatch_logs_exports = ["error", var.log]
  manage_master_user_password     = true

}
resource "aws_rds_cluster" "of_some_engine" {
  cluster_identifier              = "of-some-engine"
  master_username                 = "clinic"
  engine                          = var.engine
  enabled_cloudwatch_logs_exports = ["error"]
  manage_master_user_password     = true

}
resource "aws_db_instance" "replica" {
  identifier                      = "replica"
  instance_class                  = "db.t4g.medium"
  replicate_source_db             = aws_db_instance.partly.identifier
  skip_final_snapshot             = true
  enabled_cloudwatch_logs_exports = ["error"]

}
