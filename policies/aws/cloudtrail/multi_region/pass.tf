resource "aws_cloudtrail" "account" {
  name                  = "account"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = true
  enable_logging        = true
}

# One Region is enough for a trail beside the one for all of them.
resource "aws_cloudtrail" "records" {
  name                  = "records"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = false

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::clinic-records/"]
    }
  }
}
