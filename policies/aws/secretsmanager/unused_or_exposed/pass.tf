resource "aws_iam_role" "portal" {
  name               = "portal"
  assume_role_policy = "{}"
}

# want: not_applicable used
resource "aws_secretsmanager_secret" "plain" {
  name = "portal"
}

data "aws_iam_policy_document" "portal" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.portal.arn]
    }
  }
}

resource "aws_secretsmanager_secret" "shared" {
  name                    = "shared"
  recovery_window_in_days = 14
}

resource "aws_secretsmanager_secret_policy" "shared" {
  secret_arn          = aws_secretsmanager_secret.shared.arn
  policy              = data.aws_iam_policy_document.portal.json
  block_public_policy = true
}

# Everybody of the organisation, and nobody without TLS.
resource "aws_secretsmanager_secret" "organization" {
  name                    = "organization"
  recovery_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "*"
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "secretsmanager:*"
        Resource  = "*"
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}
