resource "aws_s3_bucket" "plain" {
  bucket = "clinic-trail"
}

resource "aws_s3_bucket_versioning" "plain" {
  bucket = aws_s3_bucket.plain.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_cloudtrail" "plain" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.plain.id
}

# Who has a permission for it ends this retention.
resource "aws_s3_bucket" "governed" {
  bucket              = "clinic-flows"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "governed" {
  bucket = aws_s3_bucket.governed.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 365
    }
  }
}

resource "aws_flow_log" "all" {
  vpc_id               = "vpc-0a1b2c3d4e5f60718"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.governed.arn
}
