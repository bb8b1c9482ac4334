# whole-account
resource "aws_cloudtrail" "off" {
  name           = "off"
  s3_bucket_name = "clinic-trail"
  enable_logging = false

  event_selector {
    include_management_events        = false
    exclude_management_event_sources = ["kms.amazonaws.com"]
  }
}
