locals {
  phi = { DataClass = "PHI" }
}

resource "aws_db_instance" "plain" {
  for_each          = toset(["postgres", "mysql", "mariadb"])
  identifier        = each.key
  engine            = each.key
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  tags              = local.phi
}

# The library is loaded, and records nothing.
resource "aws_db_parameter_group" "loaded" {
  name   = "loaded"
  family = "postgres16"

  parameter {
    name         = "shared_preload_libraries"
    value        = "pgaudit"
    apply_method = "pending-reboot"
  }
}

resource "aws_db_instance" "loaded" {
  identifier           = "loaded"
  engine               = "postgres"
  instance_class       = "db.t3.medium"
  allocated_storage    = 20
  parameter_group_name = aws_db_parameter_group.loaded.name
  tags                 = local.phi
}

# Sign-ins alone are recorded.
resource "aws_db_option_group" "sign_ins" {
  name                 = "sign-ins"
  engine_name          = "mysql"
  major_engine_version = "8.0"

  option {
    option_name = "MARIADB_AUDIT_PLUGIN"

    option_settings {
      name  = "SERVER_AUDIT_EVENTS"
      value = "CONNECT"
    }
  }
}

resource "aws_db_instance" "sign_ins" {
  identifier        = "sign-ins"
  engine            = "mysql"
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  option_group_name = aws_db_option_group.sign_ins.name
  tags              = local.phi
}

resource "aws_rds_cluster_parameter_group" "silent" {
  name   = "silent"
  family = "aurora-mysql8.0"

  parameter {
    name  = "server_audit_logging"
    value = "1"
  }
}

resource "aws_rds_cluster" "silent" {
  cluster_identifier              = "silent"
  engine                          = "aurora-mysql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.silent.name
  tags                            = local.phi
}
