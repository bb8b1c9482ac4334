resource "aws_lambda_function" "leak" {
  function_name = "leak"
  role          = "arn:aws:iam::123456789012:role/function-leak"
  runtime       = "python3.13"
  handler       = "main.handler"
  tags          = { DataClass = "PHI" }

  environment {
    variables = { DB_PASSWORD = "correct-horse" }
  }
}

resource "aws_lambda_permission" "leak" {
  statement_id  = "caller"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.leak.function_name
  principal     = "*"
}
