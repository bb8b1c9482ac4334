variable "days" {
  type = number
}

variable "name" {
  type = string
}


variable "class" {
  type = string
}

# want: unknown rotated
# want: not_applicable strict
resource "aws_secretsmanager_secret" "by_variable" {
  name = "webhook"
}

resource "aws_secretsmanager_secret_rotation" "by_variable" {
  secret_id           = aws_secretsmanager_secret.by_variable.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = var.days
  }
}

# A schedule for certain years says nothing about the others.
# want: unknown rotated
# want: unknown strict
resource "aws_secretsmanager_secret" "odd_schedule" {
  name = "prod/mysql/admin"
}

resource "aws_secretsmanager_secret_rotation" "odd_schedule" {
  secret_id           = aws_secretsmanager_secret.odd_schedule.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "cron(0 8 1 * ? 2027)"
  }
}

# want: pass rotated
# want: unknown strict
resource "aws_secretsmanager_secret" "of_unknown_name" {
  name = var.name
}

resource "aws_secretsmanager_secret_rotation" "of_unknown_name" {
  secret_id           = aws_secretsmanager_secret.of_unknown_name.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 90
  }
}

# want: pass rotated
# want: unknown strict
resource "aws_secretsmanager_secret" "of_unknown_class" {
  name = "integration"
  tags = { DataClass = var.class }
}

resource "aws_secretsmanager_secret_rotation" "of_unknown_class" {
  secret_id           = aws_secretsmanager_secret.of_unknown_class.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 90
  }
}
