resource "aws_docdb_cluster_parameter_group" "lax" {
  name   = "lax"
  family = "docdb5.0"

  parameter {
    name  = "ttl_monitor"
    value = "enabled"
  }

  parameter {
    name  = "tls"
    value = "disabled"
  }
}

# want: fail encrypted
resource "aws_docdb_cluster" "omitted" {
  cluster_identifier          = "omitted"
  master_username             = "clinic"
  manage_master_user_password = true

}

# want: fail encrypted
# want: fail customer_key
resource "aws_docdb_cluster" "off" {
  cluster_identifier          = "off"
  master_username             = "clinic"
  manage_master_user_password = true
  storage_encrypted           = false
  tags                        = { DataClass = "PHI" }

}

# want: pass encrypted
# want: fail customer_key
resource "aws_docdb_cluster" "default_key" {
  cluster_identifier          = "default-key"
  master_username             = "clinic"
  manage_master_user_password = true
  storage_encrypted           = true
  tags                        = { DataClass = "PHI" }

}

# want: pass encrypted
# want: fail tls
resource "aws_docdb_cluster" "plain" {
  cluster_identifier              = "plain"
  master_username                 = "clinic"
  manage_master_user_password     = true
  storage_encrypted               = true
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.lax.name

}

# want: fail encrypted
resource "aws_docdb_global_cluster" "world" {
  global_cluster_identifier = "world"
  engine                    = "docdb"
}
