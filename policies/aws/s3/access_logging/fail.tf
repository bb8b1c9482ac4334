# Nothing is logged.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

# Into itself: every log file is logged again.
resource "aws_s3_bucket" "loop" {
  bucket = "clinic-loop"
}

resource "aws_s3_bucket_logging" "loop" {
  bucket        = aws_s3_bucket.loop.id
  target_bucket = "clinic-loop"
  target_prefix = "log/"
}

# A trail that records only what is read, and one that is switched off.
resource "aws_s3_bucket" "scans" {
  bucket = "clinic-scans"
}

resource "aws_cloudtrail" "reads" {
  name           = "reads"
  s3_bucket_name = "organisation-trail"

  event_selector {
    read_write_type = "ReadOnly"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudtrail" "off" {
  name           = "off"
  s3_bucket_name = "organisation-trail"
  enable_logging = false

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

# A trail that leaves out just these.
resource "aws_cloudtrail" "exclusion" {
  name           = "exclusion"
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
      field           = "resources.ARN"
      not_starts_with = ["${aws_s3_bucket.records.arn}/", "${aws_s3_bucket.scans.arn}/"]
      not_equals      = ["${aws_s3_bucket.records.arn}/", "${aws_s3_bucket.scans.arn}/"]
    }
  }
}
