# whole-account
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}
