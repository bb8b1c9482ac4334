# whole-account
variable "trails" {
  type = set(string)
}

resource "aws_cloudtrail" "account" {
  for_each = var.trails

  name           = each.key
  s3_bucket_name = "clinic-trail"
}
