variable "key" {
  type = string
}

variable "insights" {
  type = bool
}

# want: unknown storage
# want: unknown insights
resource "aws_db_instance" "by_variable" {
  identifier                      = "by-variable"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 50
  username                        = "clinic"
  storage_encrypted               = true
  kms_key_id                      = var.key
  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.key
  manage_master_user_password     = true
  tags                            = { DataClass = "PHI" }

}
# want: unknown storage
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "orders-2026"
  tags                = { DataClass = "PHI" }

}
# want: pass storage
# want: unknown insights
resource "aws_rds_cluster" "perhaps" {
  cluster_identifier           = "perhaps"
  engine                       = "aurora-postgresql"
  master_username              = "clinic"
  storage_encrypted            = true
  kms_key_id                   = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  performance_insights_enabled = var.insights
  manage_master_user_password  = true
  tags                         = { DataClass = "PHI" }

}
