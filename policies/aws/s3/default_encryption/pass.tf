resource "aws_kms_key" "records" {
  enable_key_rotation = true
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.records.arn
    }
  }
}

# Linked by its literal name.
resource "aws_s3_bucket" "scans" {
  bucket = "clinic-scans"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "scans" {
  bucket = "clinic-scans"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# The form from before version 4 of the provider.
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "aws:kms:dsse"
      }
    }
  }
}

locals {
  departments = toset(["cardiology", "radiology"])
}

resource "aws_s3_bucket" "department" {
  for_each = local.departments
  bucket   = "clinic-${each.key}"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "department" {
  for_each = aws_s3_bucket.department
  bucket   = each.value.bucket

  dynamic "rule" {
    for_each = ["aws:kms"]
    content {
      apply_server_side_encryption_by_default {
        sse_algorithm = rule.value
      }
    }
  }
}
