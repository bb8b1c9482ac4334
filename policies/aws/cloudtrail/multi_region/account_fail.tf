# whole-account
resource "aws_cloudtrail" "off" {
  name                  = "off"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = true
  enable_logging        = false
}

resource "aws_cloudtrail" "one_region" {
  name           = "one-region"
  s3_bucket_name = "clinic-trail"
}
