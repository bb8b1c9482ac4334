# want: fail encrypted
resource "aws_kinesis_stream" "omitted" {
  name = "omitted"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

# want: fail encrypted
# want: not_applicable customer_key
resource "aws_kinesis_stream" "off" {
  name = "off"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  encryption_type = "NONE"
}

# want: fail encrypted
resource "aws_kinesis_firehose_delivery_stream" "silent" {
  name        = "silent"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

# want: fail encrypted
resource "aws_kinesis_firehose_delivery_stream" "off" {
  name        = "off"
  destination = "extended_s3"

  server_side_encryption {
    enabled = false
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_kinesis_stream" "key_of_aws" {
  name = "key-of-aws"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_kinesis_firehose_delivery_stream" "owned_by_aws" {
  name        = "owned-by-aws"
  destination = "extended_s3"

  tags = { DataClass = "PHI" }

  server_side_encryption {
    enabled = true
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

# want: fail encrypted
# want: fail customer_key
resource "aws_kinesis_firehose_delivery_stream" "neither" {
  name        = "neither"
  destination = "extended_s3"

  tags = { DataClass = "PHI" }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

