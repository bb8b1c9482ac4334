variable "clusters" {
  type = map(object({
    engine    = string
    encrypted = optional(bool, true)
  }))
  default = {
    charts  = { engine = "aurora-postgresql" }
    billing = { engine = "aurora-mysql", encrypted = true }
  }
}

resource "aws_kms_key" "database" {
  description         = "Databases"
  enable_key_rotation = true
}

resource "aws_rds_cluster" "records" {
  cluster_identifier          = "records"
  engine                      = "aurora-postgresql"
  engine_version              = "16.4"
  database_name               = "records"
  master_username             = "records"
  manage_master_user_password = true
  storage_encrypted           = true
  kms_key_id                  = aws_kms_key.database.arn
}

resource "aws_rds_cluster" "by_purpose" {
  for_each = var.clusters

  cluster_identifier          = each.key
  engine                      = each.value.engine
  master_username             = each.key
  manage_master_user_password = true
  storage_encrypted           = each.value.encrypted
}

# The legacy serverless mode is always encrypted.
resource "aws_rds_cluster" "serverless" {
  cluster_identifier = "serverless"
  engine             = "aurora-mysql"
  engine_mode        = "serverless"
  master_username    = "clinic"
  master_password    = "set-by-rotation"
}

resource "aws_rds_cluster" "multi_az" {
  cluster_identifier          = "multi-az"
  engine                      = "postgres"
  db_cluster_instance_class   = "db.m6gd.large"
  allocated_storage           = 100
  storage_type                = "io2"
  iops                        = 1000
  master_username             = "clinic"
  manage_master_user_password = true
  storage_encrypted           = true
}

resource "aws_rds_global_cluster" "records" {
  global_cluster_identifier = "records"
  engine                    = "aurora-postgresql"
  engine_version            = "16.4"
  storage_encrypted         = true
}

resource "aws_rds_cluster" "primary" {
  cluster_identifier          = "records-primary"
  global_cluster_identifier   = aws_rds_global_cluster.records.id
  engine                      = aws_rds_global_cluster.records.engine
  engine_version              = aws_rds_global_cluster.records.engine_version
  master_username             = "records"
  manage_master_user_password = true
  storage_encrypted           = aws_rds_global_cluster.records.storage_encrypted
}
