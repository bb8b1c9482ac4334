resource "aws_db_subnet_group" "records" {
  name       = "${local.name}-records"
  subnet_ids = local.data_subnets
}

resource "aws_db_parameter_group" "records" {
  name   = "${local.name}-records"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_connections"
    value = "1"
  }

  # Who read and who changed which records.
  parameter {
    name         = "shared_preload_libraries"
    value        = "pgaudit"
    apply_method = "pending-reboot"
  }

  parameter {
    name  = "pgaudit.log"
    value = "read,write,ddl,role"
  }
}

# Patient records and appointments.
resource "aws_db_instance" "records" {
  identifier     = "${local.name}-records"
  engine         = "postgres"
  engine_version = "16"
  db_name        = "records"

  instance_class    = var.database.instance_class
  allocated_storage = var.database.allocated_storage
  multi_az          = true

  storage_encrypted = var.database.storage_encrypted
  kms_key_id        = aws_kms_key.phi.arn

  username                            = "clinic"
  manage_master_user_password         = true
  master_user_secret_kms_key_id       = aws_kms_key.phi.arn
  iam_database_authentication_enabled = true

  publicly_accessible    = var.database.public
  db_subnet_group_name   = aws_db_subnet_group.records.name
  parameter_group_name   = aws_db_parameter_group.records.name
  vpc_security_group_ids = [aws_security_group.data["postgres"].id]

  backup_retention_period   = var.database.backup_days
  copy_tags_to_snapshot     = true
  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${local.name}-records-final"

  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]

  auto_minor_version_upgrade      = true
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.phi.arn
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring.arn

  tags = local.phi
}
