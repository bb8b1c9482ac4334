variable "algorithm" {
  type = string
}

variable "encrypt" {
  type = bool
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = var.algorithm
    }
  }
}

resource "aws_s3_bucket" "scans" {
  bucket = "clinic-scans"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "scans" {
  count  = var.encrypt ? 1 : 0
  bucket = aws_s3_bucket.scans.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
