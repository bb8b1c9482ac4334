resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_iam_role" "emergency" {
  name               = "break-glass"
  assume_role_policy = "{}"
  tags               = { BreakGlass = "true" }
}
