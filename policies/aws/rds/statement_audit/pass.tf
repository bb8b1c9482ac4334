locals {
  phi = { DataClass = "PHI" }
}

resource "aws_db_parameter_group" "postgres" {
  name   = "records-postgres16"
  family = "postgres16"

  parameter {
    name         = "shared_preload_libraries"
    value        = "pg_stat_statements,pgaudit"
    apply_method = "pending-reboot"
  }

  parameter {
    name  = "pgaudit.log"
    value = "read,write,ddl"
  }
}

resource "aws_db_instance" "records" {
  identifier           = "records"
  engine               = "postgres"
  instance_class       = "db.t3.medium"
  allocated_storage    = 20
  parameter_group_name = aws_db_parameter_group.postgres.name
  tags                 = local.phi
}

# A replica has the engine of what it copies.
resource "aws_db_instance" "copy" {
  identifier           = "records-copy"
  instance_class       = "db.t3.medium"
  replicate_source_db  = aws_db_instance.records.identifier
  parameter_group_name = aws_db_parameter_group.postgres.name
  tags                 = local.phi
}

resource "aws_db_option_group" "audit" {
  for_each             = { mysql = "8.0", mariadb = "10.11" }
  name                 = "audit-${each.key}"
  engine_name          = each.key
  major_engine_version = each.value

  option {
    option_name = "MARIADB_AUDIT_PLUGIN"

    option_settings {
      name  = "SERVER_AUDIT_EVENTS"
      value = "CONNECT,QUERY"
    }

    option_settings {
      name  = "SERVER_AUDIT_LOGGING"
      value = "ON"
    }
  }
}

resource "aws_db_instance" "audited" {
  for_each          = aws_db_option_group.audit
  identifier        = each.key
  engine            = each.key
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  option_group_name = each.value.name
  tags              = local.phi
}

locals {
  audit = { server_audit_logging = "1", server_audit_events = "CONNECT,QUERY,TABLE" }
}

resource "aws_rds_cluster_parameter_group" "mysql" {
  name   = "charts-mysql"
  family = "aurora-mysql8.0"

  dynamic "parameter" {
    for_each = local.audit

    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier              = "charts"
  engine                          = "aurora-mysql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.mysql.name
  tags                            = local.phi
}

# A stream records what any engine does that has one.
resource "aws_rds_cluster" "scans" {
  cluster_identifier = "scans"
  engine             = "aurora-postgresql"
  tags               = local.phi
}

resource "aws_rds_cluster_activity_stream" "scans" {
  resource_arn = aws_rds_cluster.scans.arn
  mode         = "async"
  kms_key_id   = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

# want: not_applicable
resource "aws_db_instance" "wiki" {
  identifier        = "wiki"
  engine            = "mysql"
  instance_class    = "db.t3.medium"
  allocated_storage = 20
}
