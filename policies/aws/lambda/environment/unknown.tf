variable "db_password" {
  type      = string
  sensitive = true
}

variable "variables" {
  type = map(string)
}

variable "key" {
  type = string
}

# want: unknown secrets
resource "aws_lambda_function" "one_variable" {
  function_name = "one"
  role          = "arn:aws:iam::111122223333:role/one"

  environment {
    variables = { DB_PASSWORD = var.db_password }
  }
}

# want: unknown secrets
resource "aws_lambda_function" "all_variables" {
  function_name = "all"
  role          = "arn:aws:iam::111122223333:role/all"

  environment {
    variables = var.variables
  }
}

# want: pass secrets
# want: unknown key
resource "aws_lambda_function" "key" {
  function_name = "records"
  role          = "arn:aws:iam::111122223333:role/records"
  kms_key_arn   = var.key
  tags          = { DataClass = "PHI" }
}
