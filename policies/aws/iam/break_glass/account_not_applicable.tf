# Another stack may declare the role for emergencies.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"
}
