# Everything but the log bucket, whose every log file would be an event.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.trail.id

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
      field           = "resources.ARN"
      not_starts_with = ["${aws_s3_bucket.trail.arn}/", "arn:aws:s3:::organisation-exports/"]
      not_equals      = ["${aws_s3_bucket.trail.arn}/"]
    }
  }
}
