# whole-account
# No stack of the account declares a trail.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}
