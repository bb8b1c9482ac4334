resource "aws_kms_key" "functions" {
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "db" {
  name = "clinic/db"
}

resource "aws_ssm_parameter" "token" {
  name  = "/clinic/token"
  type  = "SecureString"
  value = "set-elsewhere"
}

# want: pass secrets
resource "aws_lambda_function" "plain" {
  function_name = "plain"
  role          = "arn:aws:iam::111122223333:role/plain"
}

# want: pass secrets
resource "aws_lambda_function" "reads_at_run_time" {
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"

  environment {
    variables = {
      DB_SECRET_ARN  = aws_secretsmanager_secret.db.arn
      DB_SECRET      = "clinic/db-2"
      TOKEN_PATH     = aws_ssm_parameter.token.name
      DB_HOST        = "db.internal"
      LOG_LEVEL      = "info"
      USE_PASSWORD   = "false"
      TOKEN_LIFETIME = 3600
    }
  }
}

resource "aws_lambda_function" "phi" {
  function_name = "records"
  role          = "arn:aws:iam::111122223333:role/records"
  kms_key_arn   = aws_kms_key.functions.arn
  tags          = { DataClass = "PHI" }

  dynamic "environment" {
    for_each = [{ TABLE = "records" }]

    content {
      variables = environment.value
    }
  }
}
