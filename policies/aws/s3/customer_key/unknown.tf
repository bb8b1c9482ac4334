variable "key" {
  type = string
}

data "aws_kms_key" "records" {
  key_id = "alias/records"
}

resource "aws_s3_bucket" "by" {
  for_each = { variable = var.key, data = data.aws_kms_key.records.arn }
  bucket   = "clinic-by-${each.key}"
  tags     = { DataClass = "PHI" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "by" {
  for_each = { variable = var.key, data = data.aws_kms_key.records.arn }
  bucket   = aws_s3_bucket.by[each.key].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = each.value
    }
  }
}
