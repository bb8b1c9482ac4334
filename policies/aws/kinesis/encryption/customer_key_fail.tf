# want: pass encrypted
# want: fail customer_key
resource "aws_kinesis_stream" "key_of_aws" {
  name = "key-of-aws"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

# want: pass encrypted
# want: fail customer_key
resource "aws_kinesis_firehose_delivery_stream" "owned_by_aws" {
  name        = "owned-by-aws"
  destination = "extended_s3"

  server_side_encryption {
    enabled = true
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

