variable "every_region" {
  type = bool
}

resource "aws_cloudtrail" "account" {
  name                  = "account"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = true
}

# want: unknown
resource "aws_cloudtrail" "records" {
  name                  = "records"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = var.every_region
}
