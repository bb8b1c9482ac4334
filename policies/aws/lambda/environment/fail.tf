variable "db_password" {
  type      = string
  sensitive = true
  default   = "correct-horse"
}

resource "random_password" "db" {
  length = 20
}

# want: fail secrets
resource "aws_lambda_function" "literal" {
  function_name = "literal"
  role          = "arn:aws:iam::111122223333:role/literal"

  environment {
    variables = {
      LOG_LEVEL   = "info"
      DB_PASSWORD = var.db_password
    }
  }
}

# want: fail secrets
resource "aws_lambda_function" "generated" {
  function_name = "generated"
  role          = "arn:aws:iam::111122223333:role/generated"

  environment {
    variables = merge({ LOG_LEVEL = "info" }, { DB_PASSWORD = random_password.db.result })
  }
}

# want: fail secrets
resource "aws_lambda_function" "url" {
  function_name = "url"
  role          = "arn:aws:iam::111122223333:role/url"

  environment {
    variables = { DATABASE_URL = "postgres://app:${var.db_password}@db.internal/records" }
  }
}

variable "host" {
  type = string
}

# want: fail secrets
resource "aws_lambda_function" "partly_known" {
  function_name = "partly-known"
  role          = "arn:aws:iam::111122223333:role/url"

  environment {
    variables = { DATABASE_URL = "${var.host}:5432,postgres://app:correct-horse@db.internal/records" }
  }
}

# want: fail secrets
resource "aws_lambda_function" "patient" {
  function_name = "patient"
  role          = "arn:aws:iam::111122223333:role/patient"

  environment {
    variables = { TEST_PATIENT_SSN = "536-22-8471" }
  }
}

# want: pass secrets
# want: fail key
resource "aws_lambda_function" "phi" {
  function_name = "records"
  role          = "arn:aws:iam::111122223333:role/records"
  tags          = { DataClass = "PHI" }

  environment {
    variables = { TABLE = "records" }
  }
}
