# whole-account
resource "aws_cloudtrail" "off" {
  name           = "off"
  s3_bucket_name = "clinic-trail"
  enable_logging = false
}
