variable "tags" {
  type = map(string)
}

variable "class" {
  type = string
}

variable "name" {
  type = string
}

variable "environment" {
  type = string
}

# want: unknown classified
# want: unknown suggested
# want: unknown consistent
resource "aws_s3_bucket" "tagged_later" {
  bucket = "clinic-assets"
  tags   = var.tags
}

# want: pass classified
# want: unknown suggested
resource "aws_s3_bucket" "named_later" {
  bucket = var.name
  tags   = { DataClass = "Internal" }
}

# want: unknown classified
resource "aws_db_instance" "merged" {
  identifier                  = "main"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = merge(var.tags, { Name = "main" })
}

# want: unknown classified
# want: unknown consistent
resource "aws_rds_cluster" "class_by_variable" {
  cluster_identifier          = "main"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = var.class }
}

# What the environment is does not matter to what these tags say.
# want: pass classified
# want: pass consistent
# want: unknown suggested
resource "aws_dynamodb_table" "other_tag" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  tags = { DataClass = "Internal", Environment = var.environment }
}

# want: unknown classified
resource "aws_ebs_volume" "tagged_later" {
  availability_zone = "us-east-1a"
  size              = 20
  tags              = var.tags
}

# want: unknown suggested
resource "aws_efs_file_system" "named_later" {
  creation_token = var.name
  tags           = { DataClass = "Internal" }
}

# want: unknown suggested
resource "aws_secretsmanager_secret" "named_later" {
  name = "${var.name}/api"
  tags = { DataClass = "Credentials" }
}
