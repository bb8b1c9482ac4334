data "aws_caller_identity" "current" {}

resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = "{}"
}

# The role that is passed has a name.
resource "aws_iam_policy" "deploy" {
  name = "deploy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["ecs:RunTask", "ecs:RegisterTaskDefinition"], Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.task.arn },
      { Effect = "Allow", Action = ["iam:Get*", "iam:List*"], Resource = "*" },
    ]
  })
}

# Any role may be passed, but to a service that the policy cannot start.
data "aws_iam_policy_document" "backup" {
  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["backup.amazonaws.com"]
    }
  }

  statement {
    actions   = ["lambda:CreateFunction", "backup:*"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "backup" {
  role   = aws_iam_role.task.id
  policy = data.aws_iam_policy_document.backup.json
}

# Users look after their own keys.
resource "aws_iam_group_policy" "own_keys" {
  group  = "staff"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Action": ["iam:CreateAccessKey", "iam:UpdateLoginProfile"],
        "Resource": "arn:aws:iam::*:user/$${aws:username}"
      }
    }
  EOT
}

# Delegated within a boundary.
resource "aws_iam_user_policy" "delegate" {
  user = "jo"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["iam:AttachRolePolicy", "iam:PutRolePolicy"]
      Resource  = "*"
      Condition = { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/boundary" } }
    }]
  })
}

# What the Allow gives, a Deny takes back.
resource "aws_iam_user_policy" "operator" {
  user = "jo"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["ec2:*", "iam:*"], Resource = "*" },
      { Effect = "Deny", NotAction = ["ec2:*", "iam:Get*", "iam:List*"], Resource = "*" },
    ]
  })
}
