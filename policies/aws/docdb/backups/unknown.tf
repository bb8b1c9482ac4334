variable "days" {
  type = number
}

variable "protected" {
  type = bool
}

# want: unknown kept
# want: unknown protected
resource "aws_docdb_cluster" "by_variable" {
  cluster_identifier          = "by-variable"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = var.days
  deletion_protection         = var.protected

}

