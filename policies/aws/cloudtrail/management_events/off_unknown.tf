variable "logging" {
  type = bool
}

# want: unknown logging
resource "aws_cloudtrail" "logging" {
  name           = "logging"
  s3_bucket_name = "clinic-trail"
  enable_logging = var.logging

  event_selector {
    include_management_events = false
  }
}
