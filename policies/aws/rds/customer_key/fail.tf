data "aws_kms_alias" "rds" {
  name = "alias/aws/rds"
}

resource "aws_kms_key" "records" {
  description         = "Records"
  enable_key_rotation = true
}

# want: fail storage
# want: not_applicable insights
resource "aws_db_instance" "omitted" {
  identifier                  = "omitted"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  storage_encrypted           = true
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
# want: fail storage
resource "aws_db_instance" "key_of_aws" {
  identifier                  = "key-of-aws"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  storage_encrypted           = true
  kms_key_id                  = "arn:aws:kms:us-east-1:111122223333:alias/aws/rds"
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
# want: pass storage
# want: fail insights
resource "aws_db_instance" "insights" {
  identifier                   = "insights"
  engine                       = "postgres"
  instance_class               = "db.t4g.medium"
  allocated_storage            = 50
  username                     = "clinic"
  storage_encrypted            = true
  kms_key_id                   = aws_kms_key.records.arn
  performance_insights_enabled = true
  manage_master_user_password  = true
  tags                         = { DataClass = "PHI" }

}
# want: fail storage
resource "aws_rds_cluster" "omitted" {
  cluster_identifier          = "omitted"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = "PHI" }

}
# want: pass storage
# want: fail insights
resource "aws_rds_cluster" "insights" {
  cluster_identifier              = "insights"
  engine                          = "postgres"
  master_username                 = "clinic"
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.records.arn
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "alias/aws/rds"
  db_cluster_instance_class       = "db.m6gd.large"
  manage_master_user_password     = true
  tags                            = { DataClass = "PHI" }

}
