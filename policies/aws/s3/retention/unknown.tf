variable "retention_days" {
  type = number
}

variable "rules" {
  type = list(object({ id = string, days = number }))
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-phi-records"
}

resource "aws_s3_bucket_lifecycle_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    id     = "retention"
    status = "Enabled"
    filter {}

    expiration {
      days = var.retention_days
    }
  }
}

resource "aws_s3_bucket" "scans" {
  bucket = "clinic-phi-scans"
}

resource "aws_s3_bucket_lifecycle_configuration" "scans" {
  bucket = aws_s3_bucket.scans.id

  dynamic "rule" {
    for_each = var.rules
    content {
      id     = rule.value.id
      status = "Enabled"
      filter {}

      expiration {
        days = rule.value.days
      }
    }
  }
}
