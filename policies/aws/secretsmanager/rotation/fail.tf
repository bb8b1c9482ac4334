variable "rotation_days" {
  type    = number
  default = 365
}

# want: fail rotated
# want: not_applicable strict
resource "aws_secretsmanager_secret" "never" {
  name = "webhook"
}

# want: fail rotated
resource "aws_secretsmanager_secret" "yearly" {
  name = "licence"
}

resource "aws_secretsmanager_secret_rotation" "yearly" {
  secret_id           = aws_secretsmanager_secret.yearly.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = var.rotation_days
  }
}

# want: fail rotated
resource "aws_secretsmanager_secret" "half_yearly" {
  name = "certificate"
}

resource "aws_secretsmanager_secret_rotation" "half_yearly" {
  secret_id           = aws_secretsmanager_secret.half_yearly.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "cron(0 8 1 JAN,JUL ? *)"
  }
}

# want: fail rotated
# want: fail strict
resource "aws_secretsmanager_secret" "database" {
  name = "prod/postgres/admin"
}

# want: pass rotated
# want: fail strict
resource "aws_secretsmanager_secret" "by_prefix" {
  name_prefix = "rds-"
}

resource "aws_secretsmanager_secret_rotation" "by_prefix" {
  secret_id           = aws_secretsmanager_secret.by_prefix.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 90
  }
}

# want: pass rotated
# want: fail strict
resource "aws_secretsmanager_secret" "application" {
  name = "application"
}

resource "aws_secretsmanager_secret_rotation" "application" {
  secret_id           = aws_secretsmanager_secret.application.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "rate(45 days)"
  }
}

resource "aws_db_proxy" "application" {
  name           = "application"
  engine_family  = "MYSQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = aws_secretsmanager_secret.application.arn
  }
}

# want: pass rotated
# want: fail strict
resource "aws_secretsmanager_secret" "portal" {
  name = "portal"
  tags = { DataClass = "PHI" }
}

resource "aws_secretsmanager_secret_rotation" "portal" {
  secret_id           = aws_secretsmanager_secret.portal.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 60
  }
}

# want: pass rotated
# want: fail strict
resource "aws_secretsmanager_secret" "analytics" {
  name = "analytics"
  tags = { DataClass = "Credentials" }
}

resource "aws_secretsmanager_secret_rotation" "analytics" {
  secret_id           = aws_secretsmanager_secret.analytics.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 31
  }
}

# The secret is that of another stack, its rotation is not.
data "aws_secretsmanager_secret" "shared" {
  name = "shared"
}

# want: fail rotated
resource "aws_secretsmanager_secret_rotation" "shared" {
  secret_id           = data.aws_secretsmanager_secret.shared.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 180
  }
}
