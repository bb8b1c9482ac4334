variable "days" {
  type    = number
  default = 14
}

resource "aws_docdb_cluster" "notes" {
  cluster_identifier          = "notes"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = var.days
  deletion_protection         = true

}

resource "aws_docdb_cluster" "charts" {
  cluster_identifier          = "charts"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 35
  deletion_protection         = true
  tags                        = { DataClass = "PHI" }

}

