resource "aws_iam_policy" "one_is_enough" {
  for_each = toset(["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:Attach*", "iam:Put*Policy", "iam:UpdateAssumeRolePolicy", "iam:CreateAccessKey", "sts:AssumeRole", "iam:*"])
  name     = "one"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = each.key, Resource = "*" }]
  })
}

# Any role of the account for a function that the holder writes.
data "aws_iam_policy_document" "functions" {
  statement {
    actions   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
    resources = ["*"]
  }

  statement {
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::111122223333:role/*"]
  }
}

resource "aws_iam_role_policy" "functions" {
  role   = "deploy"
  policy = data.aws_iam_policy_document.functions.json
}

# The condition is met by the service that runs the task.
resource "aws_iam_user_policy" "tasks" {
  user   = "jo"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "ecs:*", "Resource": "*"},
        {
          "Effect": "Allow",
          "Action": "iam:PassRole",
          "Resource": "*",
          "Condition": {"StringEquals": {"iam:PassedToService": ["ecs-tasks.amazonaws.com", "ecs.amazonaws.com"]}}
        }
      ]
    }
  EOT
}

# All but something, which leaves the actions that write policies. The Deny is for those without MFA.
resource "aws_iam_group_policy" "exception" {
  group = "builders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", NotAction = ["iam:Delete*"], Resource = "*" },
      { Effect = "Deny", Action = "iam:*", Resource = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } } },
    ]
  })
}
