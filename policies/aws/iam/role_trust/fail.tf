# want: fail anyone
resource "aws_iam_role" "everybody" {
  name = "everybody"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sts:AssumeRole" }]
  })
}

# MFA does not say who, and a Deny of requests without TLS leaves everybody.
# want: fail anyone
resource "aws_iam_role" "conditions" {
  name = "conditions"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = ["*"] }, Action = "sts:*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = true } } },
      { Effect = "Deny", Principal = "*", Action = "sts:*", Condition = { Bool = { "aws:SecureTransport" = false } } },
    ]
  })
}

# Of two accounts one at least is another's, and neither gives an id.
# want: fail accounts
resource "aws_iam_role" "vendors" {
  name = "vendors"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::444455556666:root", "777788889999"] }
      Action    = "sts:AssumeRole"
    }]
  })
}

data "aws_iam_policy_document" "service" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"]
    }
  }
}

# want: fail services
resource "aws_iam_role" "service" {
  name               = "service"
  assume_role_policy = data.aws_iam_policy_document.service.json
}

# Whichever account the resource is of.
# want: fail services
resource "aws_iam_role" "any_source" {
  name               = "any-source"
  assume_role_policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"Service": "states.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:states:*:*:stateMachine:*"}}
      }]
    }
  EOT
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

locals {
  web = {
    audience   = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } }
    owner      = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:clinic/*" } }
    everything = { StringLike = { "token.actions.githubusercontent.com:sub" = ["repo:clinic/records:*", "*"] } }
  }
}

# want: fail web
resource "aws_iam_role" "deploy" {
  for_each = local.web
  name     = "deploy-${each.key}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = each.value
    }]
  })
}

# want: fail web
resource "aws_iam_role" "unconditional" {
  name = "unconditional"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
    }]
  })
}
