# The key under which the portal orders tests at the laboratory.
resource "aws_secretsmanager_secret" "laboratory" {
  name       = "${local.name}/laboratory"
  kms_key_id = aws_kms_key.phi.arn

  tags = { DataClass = "Credentials" }
}

resource "aws_secretsmanager_secret_rotation" "laboratory" {
  secret_id           = aws_secretsmanager_secret.laboratory.id
  rotation_lambda_arn = aws_lambda_function.rotation.arn

  rotation_rules {
    automatically_after_days = 30
  }

  depends_on = [aws_lambda_permission.rotation]
}

resource "aws_lambda_function" "rotation" {
  function_name = "${local.name}-rotate-laboratory"
  role          = aws_iam_role.rotation.arn
  runtime       = "python3.13"
  handler       = "rotate.handler"
  timeout       = 60
  s3_bucket     = var.release_bucket
  s3_key        = "rotate-laboratory/1.4.0.zip"

  reserved_concurrent_executions = 2

  dead_letter_config {
    target_arn = aws_sns_topic.alerts.arn
  }

  vpc_config {
    subnet_ids         = local.app_subnets
    security_group_ids = [aws_security_group.app.id]
  }
}

resource "aws_lambda_permission" "rotation" {
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.rotation.function_name
  principal      = "secretsmanager.amazonaws.com"
  source_account = local.account
}
