resource "aws_s3_bucket" "records" {
  for_each = toset(["none", "empty"])
  bucket   = "clinic-${each.key}"
  tags     = { DataClass = "PHI" }
}

resource "aws_s3_bucket_notification" "empty" {
  bucket      = aws_s3_bucket.records["empty"].id
  eventbridge = false
}
