variable "key" {
  type = string
}

variable "algorithm" {
  type = string
}

data "aws_kms_key" "s3" {
  key_id = "alias/aws/s3"
}

# want: unknown customer_key
resource "aws_s3_bucket" "by_variable" {
  bucket = "by-variable-111122223333"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "by_variable" {
  bucket = aws_s3_bucket.by_variable.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key
    }
  }
}

# want: unknown customer_key
resource "aws_s3_bucket" "by_data" {
  bucket = "by-data-111122223333"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "by_data" {
  bucket = aws_s3_bucket.by_data.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = data.aws_kms_key.s3.arn
    }
  }
}

# want: unknown customer_key
resource "aws_s3_bucket" "algorithm" {
  bucket = "algorithm-111122223333"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "algorithm" {
  bucket = aws_s3_bucket.algorithm.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = var.algorithm
      kms_master_key_id = "alias/records"
    }
  }
}
