# whole-account
resource "aws_cloudtrail" "account" {
  name           = "account"
  s3_bucket_name = "clinic-trail"
  enable_logging = true

  advanced_event_selector {
    name = "Management events"

    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
}
