# whole-account
resource "aws_cloudtrail" "organization" {
  name                  = "organization"
  s3_bucket_name        = "clinic-trail"
  is_organization_trail = true

  event_selector {
    include_management_events        = true
    read_write_type                  = "All"
    exclude_management_event_sources = []
  }
}
