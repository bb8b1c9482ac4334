package bench

// rootText is what every root module starts with.
const rootText = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

variable "environment" {
  type = string
}

variable "encrypted" {
  type    = bool
  default = false
}

variable "ports" {
  type    = list(number)
  default = [443, 8443]
}

locals {
  prefix = "clinic-${var.environment}"
  tags = {
    Environment = var.environment
    ManagedBy   = "terraform"
  }
}

provider "aws" {
  region = "eu-central-1"
  default_tags {
    tags = { Owner = "platform" }
  }
}

resource "aws_kms_key" "main" {
  description         = "data at rest"
  enable_key_rotation = true
}

data "aws_caller_identity" "current" {}
`

// stackParts are the blocks of one stack; the verbs are its number, that number
// modulo 200, and true or false.
var stackParts = []string{
	`resource "aws_s3_bucket" "b%[1]d" {
  bucket = "${local.prefix}-documents-%[1]d"
  tags   = merge(local.tags, { DataClass = "PHI", Number = "%[1]d" })
}
`, `resource "aws_s3_bucket_public_access_block" "b%[1]d" {
  bucket                  = aws_s3_bucket.b%[1]d.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = %[3]s
}
`, `resource "aws_s3_bucket_policy" "b%[1]d" {
  bucket = aws_s3_bucket.b%[1]d.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TLSOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.b%[1]d.arn, "${aws_s3_bucket.b%[1]d.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
`, `resource "aws_ebs_volume" "v%[1]d" {
  availability_zone = "eu-central-1a"
  size              = 20 + %[2]d
  encrypted         = var.encrypted
  kms_key_id        = aws_kms_key.main.arn
  tags              = local.tags
}
`, `resource "aws_db_instance" "d%[1]d" {
  identifier              = "${local.prefix}-db-%[1]d"
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 20
  storage_encrypted       = %[3]s
  kms_key_id              = aws_kms_key.main.arn
  backup_retention_period = var.environment == "prod" ? 35 : 7
  deletion_protection     = true
  publicly_accessible     = false
  vpc_security_group_ids  = [aws_security_group.s%[1]d.id]
  tags                    = local.tags
}
`, `resource "aws_security_group" "s%[1]d" {
  name = "${local.prefix}-%[1]d"
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.%[2]d.0.0/16"]
  }
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}
`, `resource "aws_iam_policy" "p%[1]d" {
  name = "${local.prefix}-read-%[1]d"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject"], Resource = "${aws_s3_bucket.b%[1]d.arn}/*" },
      { Effect = "Allow", Action = "kms:Decrypt", Resource = aws_kms_key.main.arn },
    ]
  })
}
`, `resource "aws_vpc_security_group_ingress_rule" "r%[1]d" {
  security_group_id = aws_security_group.s%[1]d.id
  cidr_ipv4         = "10.%[2]d.0.0/16"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}
`, `resource "aws_dynamodb_table" "t%[1]d" {
  name         = "${local.prefix}-sessions-%[1]d"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = %[3]s
  }
  tags = local.tags
}
`, `resource "aws_cloudwatch_log_group" "g%[1]d" {
  name              = "/clinic/${var.environment}/%[1]d"
  retention_in_days = 2192
}
`,
}

const callText = `module "store%[1]d" {
  source = "../modules/store"
  name   = "${local.prefix}-store-%[1]d"
}
`

const moduleText = `variable "name" {
  type = string
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`

const expandedText = `resource "aws_ebs_volume" "v" {
  for_each          = { for n in flatten([for i in range(100) : [for j in range(%[1]d / 100) : i * %[1]d / 100 + j]]) : "v${n}" => n }
  availability_zone = "eu-central-1a"
  size              = 20 + each.value %% 200
  encrypted         = each.value %% 2 == 0
  kms_key_id        = aws_kms_key.main.arn
  tags              = merge(local.tags, { Number = tostring(each.value) })
}
`
