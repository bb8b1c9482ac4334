# want: pass management_events
# want: fail complete
resource "aws_cloudtrail" "writes" {
  name           = "writes"
  s3_bucket_name = "clinic-trail"

  event_selector {
    read_write_type = "WriteOnly"
  }
}

# want: pass management_events
# want: fail complete
resource "aws_cloudtrail" "without_keys" {
  name           = "without-keys"
  s3_bucket_name = "clinic-trail"

  event_selector {
    exclude_management_event_sources = ["kms.amazonaws.com"]
  }
}

# want: pass management_events
# want: fail complete
resource "aws_cloudtrail" "advanced_without_keys" {
  name           = "advanced-without-keys"
  s3_bucket_name = "clinic-trail"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }

    field_selector {
      field      = "eventSource"
      not_equals = ["kms.amazonaws.com", "rdsdata.amazonaws.com"]
    }
  }
}
