variable "role" {
  type    = string
  default = "arn:aws:iam::111122223333:role/function"
}

variable "runtime" {
  type = string
}

variable "limit" {
  type = number
}

variable "queue" {
  type = string
}

resource "aws_lambda_function" "variables" {
  function_name                  = "variables"
  role                           = var.role
  runtime                        = var.runtime
  handler                        = "main.handler"
  filename                       = "main.zip"
  reserved_concurrent_executions = var.limit

  dead_letter_config {
    target_arn = var.queue
  }
}

# What calls the function without the alias has no destination, and the runtime is not in the table.
# want: unknown kept
# want: pass bounded
# want: unknown supported
resource "aws_lambda_function" "alias" {
  function_name                  = "alias"
  role                           = var.role
  runtime                        = "python3.99"
  handler                        = "main.handler"
  filename                       = "main.zip"
  reserved_concurrent_executions = 10
}

resource "aws_lambda_function_event_invoke_config" "alias" {
  function_name = aws_lambda_function.alias.function_name
  qualifier     = "live"

  destination_config {
    on_failure {
      destination = "arn:aws:sqs:us-east-1:111122223333:failed"
    }
  }
}
