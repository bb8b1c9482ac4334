variable "recorded" {
  type = list(string)
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_cloudtrail" "given" {
  name           = "given"
  s3_bucket_name = "organisation-trail"

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = var.recorded
    }
  }
}

# Only its name can tell whether this one is recorded.
resource "aws_s3_bucket" "scans" {
  bucket = "clinic-phi-scans"
}

resource "aws_cloudtrail" "prefix" {
  name           = "prefix"
  s3_bucket_name = "organisation-trail"

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::clinic-phi-"]
    }
  }
}
