variable "validation" {
  type    = bool
  default = true
}

resource "aws_cloudtrail" "account" {
  name                       = "account"
  s3_bucket_name             = "clinic-trail"
  enable_log_file_validation = true
}

resource "aws_cloudtrail" "by_variable" {
  name                       = "by-variable"
  s3_bucket_name             = "clinic-trail"
  enable_log_file_validation = var.validation
}
