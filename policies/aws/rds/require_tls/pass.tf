locals {
  settings = { log_statement = "ddl", "rds.force_ssl" = 1 }
}

# The default from PostgreSQL 15 on.
resource "aws_db_instance" "defaults" {
  identifier                  = "defaults"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  engine_version              = "16.3"
  manage_master_user_password = true

}

resource "aws_db_parameter_group" "postgres" {
  name_prefix = "postgres-"
  family      = "postgres14"

  dynamic "parameter" {
    for_each = local.settings

    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  engine_version              = "14.12"
  parameter_group_name        = aws_db_parameter_group.postgres.name
  manage_master_user_password = true

}
resource "aws_db_parameter_group" "mysql" {
  name   = "mysql"
  family = "mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }
}
resource "aws_db_instance" "visits" {
  identifier                  = "visits"
  engine                      = "mysql"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  parameter_group_name        = aws_db_parameter_group.mysql.id
  manage_master_user_password = true

}
resource "aws_db_parameter_group" "reports" {
  name   = "reports"
  family = "sqlserver-se-15.0"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}
resource "aws_db_instance" "reports" {
  identifier                  = "reports"
  engine                      = "sqlserver-se"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  parameter_group_name        = "reports"
  license_model               = "license-included"
  manage_master_user_password = true

}
resource "aws_db_parameter_group" "upgraded" {
  name   = "upgraded"
  family = "postgres16"
}
resource "aws_rds_cluster_parameter_group" "restored" {
  name   = "restored"
  family = "aurora-postgresql17"

  parameter {
    name  = "rds.force_ssl"
    value = 1
  }
}

# A replica has its source's engine; the group says which.
resource "aws_db_instance" "replica" {
  identifier           = "replica"
  instance_class       = "db.t4g.medium"
  replicate_source_db  = aws_db_instance.defaults.identifier
  parameter_group_name = aws_db_parameter_group.upgraded.name
  skip_final_snapshot  = true

}
resource "aws_rds_cluster_parameter_group" "charts" {
  name   = "charts"
  family = "aurora-postgresql16"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}
resource "aws_rds_cluster" "charts" {
  cluster_identifier              = "charts"
  engine                          = "aurora-postgresql"
  master_username                 = "clinic"
  engine_version                  = "16.4"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.charts.name
  manage_master_user_password     = true

}
resource "aws_rds_cluster_parameter_group" "claims" {
  name   = "claims"
  family = "aurora-mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = 1
  }
}
resource "aws_rds_cluster" "claims" {
  cluster_identifier              = "claims"
  engine                          = "aurora-mysql"
  master_username                 = "clinic"
  engine_version                  = "8.0.mysql_aurora.3.08.0"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.claims.id
  manage_master_user_password     = true

}
variable "engine" {
  type = string
}
resource "aws_rds_cluster" "restored" {
  cluster_identifier              = "restored"
  engine                          = var.engine
  snapshot_identifier             = "charts"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.restored.name

}
resource "aws_rds_cluster" "records" {
  cluster_identifier          = "records"
  engine                      = "postgres"
  master_username             = "clinic"
  engine_version              = "16.4"
  db_cluster_instance_class   = "db.m6gd.large"
  allocated_storage           = 100
  iops                        = 3000
  storage_type                = "io1"
  manage_master_user_password = true

}

# want: not_applicable instance
resource "aws_db_instance" "imaging" {
  identifier                  = "imaging"
  engine                      = "oracle-ee"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  license_model               = "bring-your-own-license"
  manage_master_user_password = true

}

resource "aws_db_proxy" "orders" {
  name           = "orders"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  require_tls    = true

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders"
  }
}
