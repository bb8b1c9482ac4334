variable "actions" {
  type = list(string)
}

variable "role" {
  type = string
}

resource "aws_iam_policy" "actions" {
  name = "actions"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }]
  })
}

# The role may be one, or all.
resource "aws_iam_role_policy" "role" {
  role = "deploy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "lambda:CreateFunction", Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = var.role },
    ]
  })
}
