# Which secret the rotation belongs to is not known.
variable "secret" {
  type = string
}

resource "aws_secretsmanager_secret" "webhook" {
  name = "webhook"
}

# The secret that it does belong to rotates.
# want: pass rotated
resource "aws_secretsmanager_secret_rotation" "somewhere" {
  secret_id           = var.secret
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}
