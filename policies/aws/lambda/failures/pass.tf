resource "aws_sqs_queue" "failed" {
  name = "failed"
}

variable "role" {
  type    = string
  default = "arn:aws:iam::111122223333:role/function"
}

resource "aws_lambda_function" "letters" {
  function_name                  = "letters"
  role                           = var.role
  runtime                        = "python3.13"
  handler                        = "main.handler"
  filename                       = "main.zip"
  reserved_concurrent_executions = 20

  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }
}

resource "aws_lambda_function" "destination" {
  function_name                  = "destination"
  role                           = var.role
  runtime                        = "provided.al2023"
  handler                        = "bootstrap"
  filename                       = "main.zip"
  reserved_concurrent_executions = 5
}

resource "aws_lambda_function_event_invoke_config" "destination" {
  function_name          = aws_lambda_function.destination.function_name
  maximum_retry_attempts = 1

  destination_config {
    on_failure {
      destination = aws_sqs_queue.failed.arn
    }
  }
}

resource "aws_lambda_function_event_invoke_config" "latest" {
  function_name = aws_lambda_function.each["nightly"].arn
  qualifier     = "$LATEST"

  destination_config {
    on_failure {
      destination = aws_sqs_queue.failed.arn
    }
  }
}

resource "aws_lambda_function" "each" {
  for_each                       = toset(["nightly"])
  function_name                  = each.key
  role                           = var.role
  runtime                        = "nodejs24.x"
  handler                        = "index.handler"
  filename                       = "index.zip"
  reserved_concurrent_executions = 1
}

# want: pass kept
# want: pass bounded
# want: not_applicable supported
resource "aws_lambda_function" "image" {
  function_name                  = "image"
  role                           = var.role
  package_type                   = "Image"
  image_uri                      = "111122223333.dkr.ecr.us-east-1.amazonaws.com/portal@sha256:0000000000000000000000000000000000000000000000000000000000000001"
  reserved_concurrent_executions = 0

  dynamic "dead_letter_config" {
    for_each = [aws_sqs_queue.failed.arn]

    content {
      target_arn = dead_letter_config.value
    }
  }
}
