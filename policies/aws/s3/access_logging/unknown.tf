variable "log_bucket" {
  type = string
}

# It may be the bucket itself.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_logging" "records" {
  bucket        = aws_s3_bucket.records.id
  target_bucket = var.log_bucket
  target_prefix = "records/"
}

# It may be what the variable names, or what the trail records.
resource "aws_s3_bucket" "scans" {
  bucket = "clinic-scans"
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
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
      starts_with = ["arn:aws:s3:::clinic-s"]
    }
  }
}
