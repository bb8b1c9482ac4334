variable "management_events" {
  type = bool
}

variable "selectors" {
  type = list(object({ type = string, management = bool }))
}

# want: unknown management_events
resource "aws_cloudtrail" "management_events" {
  name           = "management-events"
  s3_bucket_name = "clinic-trail"

  event_selector {
    include_management_events = var.management_events
  }
}

# want: unknown management_events
resource "aws_cloudtrail" "selectors" {
  name           = "selectors"
  s3_bucket_name = "clinic-trail"

  dynamic "event_selector" {
    for_each = var.selectors

    content {
      include_management_events = event_selector.value.management
      read_write_type           = event_selector.value.type
    }
  }
}
