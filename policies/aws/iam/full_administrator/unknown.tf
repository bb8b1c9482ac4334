variable "actions" {
  type = list(string)
}

variable "policy_arn" {
  type = string
}

resource "aws_iam_policy" "given" {
  name = "given"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "given" {
  role       = "deploy"
  policy_arn = var.policy_arn
}

data "aws_iam_policy" "named" {
  name = "AdministratorAccess"
}

resource "aws_iam_user_policy_attachment" "named" {
  user       = "jo"
  policy_arn = data.aws_iam_policy.named.arn
}

variable "role" {
  type = string
}

# It may be the one for emergencies.
resource "aws_iam_role_policy_attachment" "role" {
  role       = var.role
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# What is denied may be IAM.
resource "aws_iam_policy" "denied" {
  name = "denied"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "*", Resource = "*" },
      { Effect = "Deny", Action = var.actions, Resource = "*" },
    ]
  })
}
