resource "aws_lambda_function" "records" {
  function_name = "records"
  role          = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/function-records"
  runtime       = "python3.13"
  handler       = "main.handler"
  kms_key_arn   = aws_kms_key.charts.arn
  tags          = { DataClass = "PHI" }

  reserved_concurrent_executions = 20

  dead_letter_config {
    target_arn = aws_sqs_queue.orders-in.arn
  }

  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

resource "aws_lambda_permission" "records" {
  statement_id  = "caller"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.records.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::clinic-intake"
}
