variable "days" {
  type = number
}

variable "on" {
  type = bool
}

variable "logs" {
  type = list(string)
}

# want: unknown kept
# want: unknown logged
# want: unknown protected
resource "aws_neptune_cluster" "by_variable" {
  cluster_identifier             = "by-variable"
  backup_retention_period        = var.days
  deletion_protection            = var.on
  enable_cloudwatch_logs_exports = var.logs

}

# want: unknown private
resource "aws_neptune_cluster_instance" "by_variable" {
  identifier          = "by_variable"
  cluster_identifier  = "graph"
  instance_class      = "db.r6g.large"
  publicly_accessible = var.on
}

