data "aws_caller_identity" "current" {}

resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

locals {
  stores = {
    records = { DataClass = "PHI" }
    reports = { DataClass = "internal" }
  }
}

resource "aws_s3_bucket" "store" {
  for_each = local.stores
  bucket   = "clinic-${each.key}"
  tags     = each.value
}

resource "aws_s3_bucket_server_side_encryption_configuration" "store" {
  for_each = aws_s3_bucket.store
  bucket   = each.value.id

  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.records.arn
    }
  }
}

# The form from before version 4 of the provider, and a key by its alias.
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"
  tags   = { HIPAA = "true" }

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm     = "aws:kms:dsse"
        kms_master_key_id = "arn:aws:kms:eu-west-1:${data.aws_caller_identity.current.account_id}:alias/records"
      }
    }
  }
}

# Buckets for access logs.
# want: not_applicable
resource "aws_s3_bucket" "access_logs" {
  bucket = "clinic-access-logs"
}

resource "aws_s3_bucket_logging" "store" {
  for_each      = aws_s3_bucket.store
  bucket        = each.value.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "${each.key}/"
}

# want: not_applicable
resource "aws_s3_bucket" "lb_logs" {
  bucket = "clinic-lb-logs"
}

resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]

  access_logs {
    bucket  = aws_s3_bucket.lb_logs.bucket
    enabled = true
  }
}

# want: not_applicable
resource "aws_s3_bucket" "elb_logs" {
  bucket = "clinic-elb-logs"
}

resource "aws_elb" "legacy" {
  name    = "legacy"
  subnets = ["subnet-0a1b2c3d"]

  access_logs {
    bucket = aws_s3_bucket.elb_logs.bucket
  }

  listener {
    instance_port     = 443
    instance_protocol = "https"
    lb_port           = 443
    lb_protocol       = "https"
  }
}
