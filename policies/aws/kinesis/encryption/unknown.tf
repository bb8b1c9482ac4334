variable "type" {
  type = string
}

variable "encrypted" {
  type = bool
}

# want: unknown encrypted
resource "aws_kinesis_stream" "by_variable" {
  name = "by-variable"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  encryption_type = var.type
}

# want: unknown encrypted
resource "aws_kinesis_firehose_delivery_stream" "by_variable" {
  name        = "by-variable"
  destination = "extended_s3"

  server_side_encryption {
    enabled = var.encrypted
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_kinesis_firehose_delivery_stream" "of_unknown_key" {
  name        = "of-unknown-key"
  destination = "extended_s3"

  tags = { DataClass = "PHI" }

  server_side_encryption {
    enabled  = true
    key_type = var.type
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_kinesis_stream" "of_unknown_key" {
  name = "of-unknown-key"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  encryption_type = "KMS"
  kms_key_id      = var.type

  tags = { DataClass = "PHI" }
}

