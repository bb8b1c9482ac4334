# want: fail customer_key
resource "aws_s3_bucket" "nothing" {
  bucket = "nothing-111122223333"
}

# want: fail customer_key
resource "aws_s3_bucket" "key_of_s3" {
  bucket = "key-of-s3-111122223333"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "key_of_s3" {
  bucket = aws_s3_bucket.key_of_s3.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# want: fail customer_key
resource "aws_s3_bucket" "no_key" {
  bucket = "no-key-111122223333"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "no_key" {
  bucket = aws_s3_bucket.no_key.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

# want: fail customer_key
resource "aws_s3_bucket" "key_of_aws" {
  bucket = "key-of-aws-111122223333"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "key_of_aws" {
  bucket = aws_s3_bucket.key_of_aws.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "alias/aws/s3"
    }
  }
}
