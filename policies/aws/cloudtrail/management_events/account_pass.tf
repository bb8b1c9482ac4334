# whole-account
resource "aws_cloudtrail" "organization" {
  name                  = "organization"
  s3_bucket_name        = "clinic-trail"
  is_organization_trail = true
}
