resource "aws_kms_key" "parameters" {
  description         = "Parameters"
  enable_key_rotation = true
}

resource "random_password" "db" {
  length = 32
}

resource "aws_ssm_parameter" "db_password" {
  name   = "/clinic/db_password"
  type   = "SecureString"
  key_id = aws_kms_key.parameters.arn
  value  = random_password.db.result
}

resource "aws_ssm_parameter" "api_key" {
  name   = "/clinic/api_key"
  type   = "SecureString"
  key_id = "alias/clinic-parameters"
  value  = "changed-by-hand"

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_secretsmanager_secret" "billing" {
  name = "billing"
}

# Nothing secret, and what only says where a secret is.
# want: pass name
# want: pass value
resource "aws_ssm_parameter" "plain" {
  for_each = {
    region        = "eu-west-1"
    zones         = "eu-west-1a,eu-west-1b"
    billing_token = aws_secretsmanager_secret.billing.arn
    other_secret  = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:other-AbCdEf"
  }
  name  = "/clinic/${each.key}"
  type  = each.key == "zones" ? "StringList" : "String"
  value = each.value
}

# want: pass name
# want: pass value
resource "aws_ssm_parameter" "insecure" {
  name           = "/clinic/log_level"
  type           = "String"
  insecure_value = "info"
}
