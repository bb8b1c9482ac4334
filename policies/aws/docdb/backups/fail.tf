# want: fail kept
# want: fail protected
resource "aws_docdb_cluster" "omitted" {
  cluster_identifier          = "omitted"
  master_username             = "clinic"
  manage_master_user_password = true

}

# want: fail kept
# want: pass protected
resource "aws_docdb_cluster" "short" {
  cluster_identifier          = "short"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 6
  deletion_protection         = true

}

# want: fail kept
# want: pass protected
resource "aws_docdb_cluster" "charts" {
  cluster_identifier          = "charts"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7
  deletion_protection         = true
  tags                        = { DataClass = "PHI" }

}

# want: pass kept
# want: fail protected
resource "aws_docdb_cluster" "unprotected" {
  cluster_identifier          = "unprotected"
  master_username             = "clinic"
  manage_master_user_password = true
  backup_retention_period     = 7
  deletion_protection         = false

}

