# want: fail private
# want: fail recoverable
# want: not_applicable used
resource "aws_secretsmanager_secret" "open" {
  name                    = "open"
  recovery_window_in_days = 0
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

locals {
  secrets = toset(["partner", "vendor"])
}

# want: fail private
# want: pass recoverable
# want: not_applicable used
resource "aws_secretsmanager_secret" "each" {
  for_each = local.secrets
  name     = each.key
}

resource "aws_secretsmanager_secret_policy" "each" {
  for_each   = local.secrets
  secret_arn = aws_secretsmanager_secret.each[each.key].arn
  policy     = <<-EOT
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Principal": "*", "Action": "secretsmanager:*", "Resource": "*"}
    ]}
  EOT
}

# Tests delete it every night.
# want: pass private
# want: fail recoverable
# want: not_applicable used
resource "aws_secretsmanager_secret" "at_once" {
  name                           = "nightly"
  recovery_window_in_days        = 0
  force_overwrite_replica_secret = true
}
