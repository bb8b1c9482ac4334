# Data events of CloudTrail record every access in more detail.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket" "scans" {
  bucket = "clinic-scans"
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = "organisation-trail"

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.records.arn}/"]
    }
  }
}

resource "aws_cloudtrail" "scans" {
  name           = "scans"
  s3_bucket_name = "organisation-trail"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }

    field_selector {
      field       = "resources.ARN"
      starts_with = ["${aws_s3_bucket.scans.arn}/"]
    }
  }
}
