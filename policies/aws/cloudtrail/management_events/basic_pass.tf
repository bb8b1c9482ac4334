resource "aws_cloudtrail" "account" {
  name           = "account"
  s3_bucket_name = "clinic-trail"
  enable_logging = true

  event_selector {
    include_management_events        = true
    read_write_type                  = "All"
    exclude_management_event_sources = []

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
