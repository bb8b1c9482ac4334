resource "aws_cloudtrail" "one_region" {
  name                  = "one-region"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = false
}

resource "aws_cloudtrail" "omitted" {
  name           = "omitted"
  s3_bucket_name = "clinic-trail"
}

resource "aws_cloudtrail" "off" {
  name                  = "off"
  s3_bucket_name        = "clinic-trail"
  is_multi_region_trail = true
  enable_logging        = false
}

resource "aws_cloudtrail" "each" {
  for_each = { us-east-1 = false, us-west-2 = false }

  name                  = each.key
  s3_bucket_name        = "clinic-trail"
  region                = each.key
  is_multi_region_trail = each.value
}
