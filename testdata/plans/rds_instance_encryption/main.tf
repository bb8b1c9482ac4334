variable "encrypted" {
  type    = bool
  default = true
}

variable "environment" {
  type    = string
  default = "prod"
}

locals {
  databases = {
    charts  = { class = "db.r6g.large", storage = 200 }
    billing = { class = "db.t4g.medium", storage = 50 }
  }

  defaults = {
    engine            = "postgres"
    engine_version    = "16.4"
    storage_encrypted = true
  }
}

resource "aws_kms_key" "database" {
  description         = "Databases"
  enable_key_rotation = true
}

resource "aws_db_instance" "records" {
  identifier                  = "records"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.r6g.large"
  allocated_storage           = 100
  db_name                     = "records"
  username                    = "records"
  manage_master_user_password = true
  storage_encrypted           = true
  kms_key_id                  = aws_kms_key.database.arn
}

resource "aws_db_instance" "by_purpose" {
  for_each = local.databases

  identifier                  = "${var.environment}-${each.key}"
  engine                      = local.defaults.engine
  engine_version              = local.defaults.engine_version
  instance_class              = each.value.class
  allocated_storage           = each.value.storage
  username                    = each.key
  manage_master_user_password = true
  storage_encrypted           = lookup(each.value, "encrypted", local.defaults.storage_encrypted)
}

resource "aws_db_instance" "reports" {
  count = var.environment == "prod" ? 2 : 1

  identifier                  = "reports-${count.index}"
  engine                      = "mysql"
  engine_version              = "8.0"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "reports"
  manage_master_user_password = true
  storage_encrypted           = var.encrypted
}

resource "aws_db_instance" "quoted" {
  identifier                  = "quoted"
  engine                      = "mariadb"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "quoted"
  manage_master_user_password = true
  storage_encrypted           = "true"
}
