# whole-account
resource "aws_s3_bucket" "records" {
  bucket = "records"
  tags   = { DataClass = "PHI" }
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"
  tags               = { BreakGlass = "false" }
}
