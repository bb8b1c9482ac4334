variable "organization" {
  type = string
}

variable "partners" {
  type = list(string)
}

variable "repository" {
  type = string
}

# want: unknown anyone
resource "aws_iam_role" "members" {
  name = "members"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = var.organization } }
    }]
  })
}

# want: unknown
resource "aws_iam_role" "partners" {
  name = "partners"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = var.partners }, Action = "sts:AssumeRole" }]
  })
}

# It may be the role's own account.
# want: unknown accounts
# want: pass anyone
resource "aws_iam_role" "account" {
  name = "account"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "sts:AssumeRole" }]
  })
}

# want: unknown web
resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:${var.repository}:*" } }
    }]
  })
}
