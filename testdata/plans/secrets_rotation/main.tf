variable "rotation_days" {
  type    = number
  default = 60
}

locals {
  partners = {
    laboratory = { days = 30, class = "Credentials" }
    pharmacy   = { days = 90, class = "Internal" }
  }
}

resource "aws_secretsmanager_secret" "webhook" {
  name = "webhook"
}

resource "aws_secretsmanager_secret_rotation" "webhook" {
  secret_id           = aws_secretsmanager_secret.webhook.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = var.rotation_days
  }
}

resource "aws_secretsmanager_secret" "partner" {
  for_each = local.partners

  name = "partner/${each.key}"
  tags = { DataClass = each.value.class }
}

resource "aws_secretsmanager_secret_rotation" "partner" {
  for_each = local.partners

  secret_id           = aws_secretsmanager_secret.partner[each.key].arn
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = each.value.days
  }
}

# The name says that it opens a database.
resource "aws_secretsmanager_secret" "database" {
  name_prefix = "records-db-"
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = aws_secretsmanager_secret.database.id
  secret_string = "set-outside"
}

resource "aws_secretsmanager_secret_rotation" "database" {
  secret_id           = aws_secretsmanager_secret_version.database.secret_id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "rate(30 days)"
    duration            = "3h"
  }
}

resource "aws_secretsmanager_secret" "reader" {
  name = "prod/MySQL/reader"
}

resource "aws_secretsmanager_secret_rotation" "reader" {
  secret_id           = aws_secretsmanager_secret.reader.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 7
  }
}

# The proxy says that it opens a database.
resource "aws_secretsmanager_secret" "application" {
  name = "application"
}

resource "aws_secretsmanager_secret_rotation" "application" {
  secret_id           = aws_secretsmanager_secret.application.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "cron(0 8 1 * ? *)"
  }
}

resource "aws_db_proxy" "application" {
  name           = "application"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  require_tls    = true

  auth {
    auth_scheme = "SECRETS"
    iam_auth    = "REQUIRED"
    secret_arn  = aws_secretsmanager_secret.application.arn
  }
}

resource "aws_secretsmanager_secret" "portal" {
  name = "portal"
  tags = { HIPAA = "true" }
}

resource "aws_secretsmanager_secret_rotation" "portal" {
  secret_id           = aws_secretsmanager_secret.portal.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "cron(0 16 ? * SUN *)"
  }
}

resource "aws_secretsmanager_secret" "analytics" {
  name = "analytics"
  tags = { data-classification = "credentials" }
}

resource "aws_secretsmanager_secret_rotation" "analytics" {
  secret_id           = aws_secretsmanager_secret.analytics.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "rate(12 hours)"
  }
}
