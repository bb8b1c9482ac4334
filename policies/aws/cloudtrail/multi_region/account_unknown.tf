# Another stack of the account may declare a trail for every Region.
resource "aws_cloudtrail" "one_region" {
  name           = "one-region"
  s3_bucket_name = "clinic-trail"
}
