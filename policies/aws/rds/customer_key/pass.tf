resource "aws_kms_key" "records" {
  description         = "Records"
  enable_key_rotation = true
}

# want: pass storage
# want: not_applicable insights
resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  storage_encrypted           = true
  kms_key_id                  = aws_kms_key.records.arn
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
resource "aws_db_instance" "visits" {
  identifier                      = "visits"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.records.arn
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.records.arn
  manage_master_user_password     = true
  tags                            = { DataClass = "PHI" }

}
# want: not_applicable storage
# want: not_applicable insights
resource "aws_db_instance" "scratch" {
  identifier                  = "scratch"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  storage_encrypted           = true
  kms_key_id                  = aws_kms_key.records.arn
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
resource "aws_rds_cluster" "records" {
  cluster_identifier              = "records"
  engine                          = "postgres"
  master_username                 = "clinic"
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.records.arn
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  db_cluster_instance_class       = "db.m6gd.large"
  manage_master_user_password     = true
  tags                            = { DataClass = "PHI" }

}
