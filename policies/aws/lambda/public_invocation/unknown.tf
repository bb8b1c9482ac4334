variable "principal" {
  type = string
}

variable "source_arn" {
  type = string
}

variable "authorization_type" {
  type = string
}

resource "aws_lambda_permission" "by_variable" {
  action        = "lambda:InvokeFunction"
  function_name = "intake"
  principal     = var.principal
}

resource "aws_lambda_permission" "of_unknown_source" {
  action        = "lambda:InvokeFunction"
  function_name = "intake"
  principal     = "s3.amazonaws.com"
  source_arn    = var.source_arn
}

resource "aws_lambda_function_url" "by_variable" {
  function_name      = "portal"
  authorization_type = var.authorization_type
}
