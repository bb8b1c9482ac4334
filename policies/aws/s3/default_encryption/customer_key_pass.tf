resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

resource "aws_s3_bucket" "records" {
  bucket = "records-111122223333"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.records.arn
    }
  }
}

resource "aws_s3_bucket" "twice" {
  bucket = "twice-111122223333"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "twice" {
  bucket = aws_s3_bucket.twice.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms:dsse"
      kms_master_key_id = "alias/records"
    }
  }
}
