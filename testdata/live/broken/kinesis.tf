resource "aws_kinesis_stream" "visits" {
  name = "visits"
  tags = { team = "billing" }
  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "visits" {
  name        = "visits"
  destination = "extended_s3"
  tags        = { team = "billing" }
  extended_s3_configuration {
    bucket_arn = aws_s3_bucket.phi-archive.arn
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
  }
}
