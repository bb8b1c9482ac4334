resource "aws_cloudtrail" "off" {
  name                       = "off"
  s3_bucket_name             = "clinic-trail"
  enable_log_file_validation = false
}

resource "aws_cloudtrail" "omitted" {
  name           = "omitted"
  s3_bucket_name = "clinic-trail"
}

resource "aws_cloudtrail" "null" {
  name                       = "null"
  s3_bucket_name             = "clinic-trail"
  enable_log_file_validation = null
}
