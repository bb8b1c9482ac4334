# want: fail management_events
resource "aws_cloudtrail" "data_only" {
  name           = "data-only"
  s3_bucket_name = "clinic-trail"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

# want: fail management_events
# want: fail complete
resource "aws_cloudtrail" "read_only" {
  name           = "read-only"
  s3_bucket_name = "clinic-trail"

  event_selector {
    read_write_type = "ReadOnly"
  }
}
