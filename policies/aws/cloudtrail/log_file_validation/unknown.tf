variable "validation" {
  type = bool
}

data "aws_ssm_parameter" "validation" {
  name = "/clinic/trail/validation"
}

resource "aws_cloudtrail" "by_variable" {
  name                       = "by-variable"
  s3_bucket_name             = "clinic-trail"
  enable_log_file_validation = var.validation
}

resource "aws_cloudtrail" "by_parameter" {
  name                       = "by-parameter"
  s3_bucket_name             = "clinic-trail"
  enable_log_file_validation = tobool(data.aws_ssm_parameter.validation.value)
}
