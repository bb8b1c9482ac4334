# want: fail management_events
resource "aws_cloudtrail" "advanced_data_only" {
  name           = "advanced-data-only"
  s3_bucket_name = "clinic-trail"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}

# want: fail management_events
resource "aws_cloudtrail" "advanced_read_only" {
  name           = "advanced-read-only"
  s3_bucket_name = "clinic-trail"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }

    field_selector {
      field  = "readOnly"
      equals = ["true"]
    }
  }
}
