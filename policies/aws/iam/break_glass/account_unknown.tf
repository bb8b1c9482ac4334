variable "tags" {
  type = map(string)
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_iam_role" "emergency" {
  name               = "emergency"
  assume_role_policy = "{}"
  tags               = var.tags
}
