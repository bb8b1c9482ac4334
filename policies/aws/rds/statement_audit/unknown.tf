locals {
  phi = { DataClass = "PHI" }
}

variable "audit" {
  type = string
}

variable "options" {
  type = string
}

variable "stream" {
  type = bool
}

resource "aws_db_parameter_group" "records" {
  name   = "records"
  family = "postgres16"

  parameter {
    name         = "shared_preload_libraries"
    value        = "pgaudit"
    apply_method = "pending-reboot"
  }

  parameter {
    name  = "pgaudit.log"
    value = var.audit
  }
}

resource "aws_db_instance" "records" {
  identifier           = "records"
  engine               = "postgres"
  instance_class       = "db.t3.medium"
  allocated_storage    = 20
  parameter_group_name = aws_db_parameter_group.records.name
  tags                 = local.phi
}

resource "aws_db_instance" "letters" {
  identifier        = "letters"
  engine            = "mysql"
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  option_group_name = var.options
  tags              = local.phi
}

# Its audit is not a matter of parameters alone.
resource "aws_db_instance" "oracle" {
  identifier        = "oracle"
  engine            = "oracle-ee"
  instance_class    = "db.m5.large"
  allocated_storage = 20
  tags              = local.phi
}

# The option carries away what audits of the database record, of which nothing is said here.
resource "aws_db_option_group" "sqlserver" {
  name                 = "audit-sqlserver"
  engine_name          = "sqlserver-se"
  major_engine_version = "15.00"

  option {
    option_name = "SQLSERVER_AUDIT"

    option_settings {
      name  = "S3_BUCKET_ARN"
      value = "arn:aws:s3:::clinic-audit"
    }
  }
}

resource "aws_db_instance" "billing" {
  identifier        = "billing"
  engine            = "sqlserver-se"
  license_model     = "license-included"
  instance_class    = "db.m5.large"
  allocated_storage = 20
  option_group_name = aws_db_option_group.sqlserver.name
  tags              = local.phi
}

# Which tables are audited is granted in the database.
resource "aws_rds_cluster_parameter_group" "charts" {
  name   = "charts"
  family = "aurora-postgresql16"

  parameter {
    name         = "shared_preload_libraries"
    value        = "pgaudit"
    apply_method = "pending-reboot"
  }

  parameter {
    name  = "pgaudit.role"
    value = "rds_pgaudit"
  }
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier              = "charts"
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.charts.name
  tags                            = local.phi
}

resource "aws_rds_cluster" "scans" {
  cluster_identifier = "scans"
  engine             = "aurora-postgresql"
  tags               = local.phi
}

resource "aws_rds_cluster_activity_stream" "scans" {
  count        = var.stream ? 1 : 0
  resource_arn = aws_rds_cluster.scans.arn
  mode         = "async"
  kms_key_id   = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
