# The trail of the account, without selectors, and one for data events beside it.
resource "aws_cloudtrail" "account" {
  name                  = "account"
  s3_bucket_name        = aws_s3_bucket.trail.id
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "records" {
  name           = "records"
  s3_bucket_name = aws_s3_bucket.trail.id
  enable_logging = true

  event_selector {
    include_management_events = false
    read_write_type           = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.records.arn}/"]
    }
  }
}

resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}
