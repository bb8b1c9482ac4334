resource "aws_kinesis_stream" "vitals" {
  name            = "vitals"
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.charts.arn
  tags            = local.phi
  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "vitals" {
  name        = "vitals"
  destination = "extended_s3"
  tags        = local.phi
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.charts.arn
  }
  extended_s3_configuration {
    bucket_arn = aws_s3_bucket.all["clinic-phi-records"].arn
    role_arn   = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/firehose"
  }
}
