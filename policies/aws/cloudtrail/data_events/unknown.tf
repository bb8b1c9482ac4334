# This stack declares no trail; another one of the account may.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

variable "classes" {
  type = map(string)
}

resource "aws_s3_bucket" "classified" {
  bucket = "clinic-classified"
  tags   = var.classes
}
