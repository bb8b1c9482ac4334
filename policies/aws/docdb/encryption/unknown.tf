variable "encrypted" {
  type = bool
}

variable "tls" {
  type = string
}

variable "key" {
  type = string
}

resource "aws_docdb_cluster_parameter_group" "by_variable" {
  name   = "by_variable"
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = var.tls
  }
}

# want: unknown encrypted
# want: unknown tls
resource "aws_docdb_cluster" "by_variable" {
  cluster_identifier              = "by-variable"
  master_username                 = "clinic"
  manage_master_user_password     = true
  storage_encrypted               = var.encrypted
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.by_variable.name

}

# want: unknown encrypted
resource "aws_docdb_cluster" "restored" {
  cluster_identifier          = "restored"
  master_username             = "clinic"
  manage_master_user_password = true
  snapshot_identifier         = "charts-2026"

}

# want: pass encrypted
# want: unknown tls
# want: not_applicable customer_key
resource "aws_docdb_cluster" "group_elsewhere" {
  cluster_identifier              = "group-elsewhere"
  master_username                 = "clinic"
  manage_master_user_password     = true
  storage_encrypted               = true
  db_cluster_parameter_group_name = "shared"

}

# want: pass encrypted
# want: unknown customer_key
resource "aws_docdb_cluster" "some_key" {
  cluster_identifier          = "some-key"
  master_username             = "clinic"
  manage_master_user_password = true
  storage_encrypted           = true
  kms_key_id                  = var.key
  tags                        = { DataClass = "PHI" }

}

# want: unknown encrypted
resource "aws_docdb_global_cluster" "of_a_cluster" {
  global_cluster_identifier    = "world"
  source_db_cluster_identifier = aws_docdb_cluster.restored.arn
}
