variable "name" {
  type = string
}

variable "phi" {
  type = bool
}

variable "retention" {
  type = number
}

variable "key" {
  type = string
}

locals {
  tags = var.phi ? { DataClass = "PHI" } : { DataClass = "Internal" }
}

resource "aws_s3_bucket" "this" {
  bucket = "clinic-${var.name}"
  tags   = local.tags
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key
    }
  }
}

resource "aws_db_instance" "this" {
  count = var.phi ? 2 : 1

  identifier              = "clinic-${var.name}-${count.index}"
  instance_class          = "db.t4g.medium"
  engine                  = "postgres"
  storage_encrypted       = count.index == 0
  kms_key_id              = var.key
  backup_retention_period = var.retention
  tags                    = local.tags
}

output "bucket" {
  value = aws_s3_bucket.this.id
}
