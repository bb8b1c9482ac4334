variable "encrypted" {
  type    = bool
  default = true
}

resource "aws_kms_key" "vitals" {
  description         = "Vital signs"
  enable_key_rotation = true
}

resource "aws_kms_alias" "vitals" {
  name          = "alias/vitals"
  target_key_id = aws_kms_key.vitals.key_id
}

resource "aws_kinesis_stream" "key_of_aws" {
  name = "key-of-aws"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_kinesis_stream" "vitals" {
  name = "vitals"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.vitals.arn

  tags = { DataClass = "PHI" }
}

resource "aws_kinesis_stream" "by_alias" {
  name = "by-alias"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }

  encryption_type = "KMS"
  kms_key_id      = aws_kms_alias.vitals.name

  tags = { DataClass = "PHI" }
}

resource "aws_kinesis_firehose_delivery_stream" "plain" {
  name        = "plain"
  destination = "extended_s3"

  server_side_encryption {
    enabled = var.encrypted
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "phi" {
  name        = "phi"
  destination = "extended_s3"

  tags = { DataClass = "PHI" }

  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.vitals.arn
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

# want: not_applicable encrypted
# want: not_applicable customer_key
resource "aws_kinesis_firehose_delivery_stream" "of_a_stream" {
  name        = "of-a-stream"
  destination = "extended_s3"

  tags = { DataClass = "PHI" }

  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.vitals.arn
    role_arn           = "arn:aws:iam::111122223333:role/firehose"
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

# want: not_applicable encrypted
# want: not_applicable customer_key
resource "aws_kinesis_firehose_delivery_stream" "of_a_topic" {
  name        = "of-a-topic"
  destination = "extended_s3"

  msk_source_configuration {
    msk_cluster_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/vitals/1234abcd-12ab-34cd-56ef-1234567890ab-1"
    topic_name      = "vitals"

    authentication_configuration {
      connectivity = "PRIVATE"
      role_arn     = "arn:aws:iam::111122223333:role/firehose"
    }
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clinic-vitals"
  }
}

