resource "aws_iam_role" "everybody" {
  name                 = "everybody"
  max_session_duration = 43200
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "all" {
  for_each = {
    escalate  = ["iam:PassRole", "lambda:CreateFunction"]
    decrypt   = ["kms:Decrypt"]
    services  = ["s3:*"]
    subscribe = ["aws-marketplace:Subscribe"]
  }
  role = aws_iam_role.everybody.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = each.value, Resource = "*" }]
  })
}

resource "aws_iam_role" "runner" {
  name = "runner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = ["arn:aws:iam::444455556666:root", "arn:aws:iam::777788889999:root"] }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "release" {
  name = "release"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:clinic/*" } }
    }]
  })
}

resource "aws_iam_user" "contractor" {
  name = "contractor"
}

resource "aws_iam_user_policy" "inline" {
  user = aws_iam_user.contractor.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::phi-exports/*" }]
  })
}

resource "aws_iam_group" "empty" {
  name = "empty"
}

resource "aws_ssoadmin_permission_set" "clerk" {
  name             = "clerk"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  session_duration = "PT12H"
}

resource "aws_cognito_user_pool" "portal" {
  name                = "portal"
  deletion_protection = "ACTIVE"
}

resource "aws_cognito_user_pool_client" "portal" {
  name                  = "portal"
  user_pool_id          = aws_cognito_user_pool.portal.id
  access_token_validity = 24
}

resource "aws_iam_user_login_profile" "deploy" {
  user = "deploy"
}

resource "aws_iam_role" "emergency" {
  name = "emergency"
  tags = { BreakGlass = "true" }
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::444455556666:root", "arn:aws:iam::777788889999:root"] }
      Action    = "sts:AssumeRole"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}
