variable "role" {
  type    = string
  default = "arn:aws:iam::111122223333:role/function"
}

resource "aws_lambda_function" "silent" {
  function_name = "silent"
  role          = var.role
  runtime       = "python3.9"
  handler       = "main.handler"
  filename      = "main.zip"
}

resource "aws_lambda_function" "unreserved" {
  function_name                  = "unreserved"
  role                           = var.role
  runtime                        = "nodejs16.x"
  handler                        = "index.handler"
  filename                       = "index.zip"
  reserved_concurrent_executions = -1
}

# The destination is for what went well.
resource "aws_lambda_function_event_invoke_config" "unreserved" {
  function_name = aws_lambda_function.unreserved.function_name

  destination_config {
    on_success {
      destination = "arn:aws:sqs:us-east-1:111122223333:done"
    }
  }
}
