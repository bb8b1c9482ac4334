resource "aws_kms_key" "trail" {
  description         = "Audit logs"
  enable_key_rotation = true
}

resource "aws_kms_alias" "trail" {
  name          = "alias/trail"
  target_key_id = aws_kms_key.trail.key_id
}

resource "aws_cloudtrail" "by_reference" {
  name           = "by-reference"
  s3_bucket_name = "clinic-trail"
  kms_key_id     = aws_kms_key.trail.arn
}

resource "aws_cloudtrail" "by_alias" {
  name           = "by-alias"
  s3_bucket_name = "clinic-trail"
  kms_key_id     = aws_kms_alias.trail.arn
}

resource "aws_cloudtrail" "by_arn" {
  name           = "by-arn"
  s3_bucket_name = "clinic-trail"
  kms_key_id     = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_cloudtrail_event_data_store" "lake" {
  name       = "lake"
  kms_key_id = "alias/trail"
}
