provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      ManagedBy   = "terraform"
      Environment = "prod"
    }
  }
}

provider "aws" {
  alias  = "clinical"
  region = "us-east-1"

  default_tags {
    tags = {
      HIPAA     = "true"
      DataClass = "PHI"
    }
  }
}

locals {
  phi    = { DataClass = "PHI", HIPAA = "true" }
  public = { DataClass = "Public", HIPAA = "false" }
}

resource "aws_s3_bucket" "documents" {
  bucket = "clinic-patient-documents"
  tags   = merge(local.phi, { Owner = "portal" })
}

resource "aws_s3_bucket" "assets" {
  bucket_prefix = "clinic-assets-"
  tags          = { DataClass = "Internal" }
}

resource "aws_s3_bucket" "brochures" {
  bucket = "clinic-brochures-for-patients"
  tags   = local.public
}

# The default tags of its provider say so.
resource "aws_s3_bucket" "claims" {
  provider = aws.clinical
  bucket   = "clinic-claims"
}

resource "aws_db_instance" "records" {
  identifier                  = "records"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  db_name                     = "ehr"
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = local.phi
}

resource "aws_db_instance" "inventory" {
  identifier                  = "inventory"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  db_name                     = "inventory"
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = { data-classification = "restricted" }
}

resource "aws_rds_cluster" "warehouse" {
  for_each = { sales = "Internal", stock = "Confidential" }

  cluster_identifier          = each.key
  database_name               = each.key
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = each.value }
}

resource "aws_dynamodb_table" "sessions" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  tags = { DataClass = "Internal" }
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  size              = 20
  tags              = { hipaa = "no", Name = "scratch" }
}

resource "aws_ebs_volume" "cache" {
  availability_zone = "us-east-1a"
  size              = 20
  tags              = { DataClass = "Internal", Name = "cache" }
}

resource "aws_efs_file_system" "shared" {
  creation_token = "shared"
  tags           = { data_class = "internal" }
}

resource "aws_secretsmanager_secret" "laboratory" {
  name = "laboratory"
  tags = { DataClass = "Credentials", HIPAA = "true" }
}

resource "aws_secretsmanager_secret" "webhook" {
  name_prefix = "webhook-"
  tags        = { DataClass = "Credentials" }
}

resource "aws_secretsmanager_secret" "mail" {
  name = "mail"
  tags = { DataClass = "Credentials" }
}
