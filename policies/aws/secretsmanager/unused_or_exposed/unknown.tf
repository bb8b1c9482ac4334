variable "readers" {
  type = list(string)
}

variable "window" {
  type = number
}

# want: unknown private
# want: pass recoverable
# want: not_applicable used
resource "aws_secretsmanager_secret" "readers" {
  name = "readers"
}

resource "aws_secretsmanager_secret_policy" "readers" {
  secret_arn = aws_secretsmanager_secret.readers.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = var.readers }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

# want: pass private
# want: unknown recoverable
# want: not_applicable used
resource "aws_secretsmanager_secret" "window" {
  name                    = "window"
  recovery_window_in_days = var.window
}
