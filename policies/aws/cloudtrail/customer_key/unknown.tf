variable "key" {
  type = string
}

data "aws_kms_alias" "trail" {
  name = "alias/trail"
}

resource "aws_cloudtrail" "by_variable" {
  name           = "by-variable"
  s3_bucket_name = "clinic-trail"
  kms_key_id     = var.key
}

resource "aws_cloudtrail_event_data_store" "by_data" {
  name       = "by-data"
  kms_key_id = data.aws_kms_alias.trail.target_key_arn
}
