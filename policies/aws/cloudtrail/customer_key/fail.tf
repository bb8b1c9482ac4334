resource "aws_cloudtrail" "omitted" {
  name           = "omitted"
  s3_bucket_name = "clinic-trail"
}

resource "aws_cloudtrail" "empty" {
  name           = "empty"
  s3_bucket_name = "clinic-trail"
  kms_key_id     = ""
}

resource "aws_cloudtrail" "null" {
  name           = "null"
  s3_bucket_name = "clinic-trail"
  kms_key_id     = null
}

resource "aws_cloudtrail_event_data_store" "lake" {
  name = "lake"
}
