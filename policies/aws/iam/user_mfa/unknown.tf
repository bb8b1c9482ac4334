variable "policy" {
  type = string
}

variable "policy_arn" {
  type = string
}

variable "groups" {
  type = list(string)
}

# want: unknown enforced
resource "aws_iam_user_login_profile" "inline" {
  user = "amara"
}

resource "aws_iam_user_policy" "inline" {
  name   = "mfa"
  user   = "amara"
  policy = var.policy
}

# want: unknown enforced
resource "aws_iam_user_login_profile" "attached" {
  user = "bea"
}

resource "aws_iam_user_policy_attachment" "attached" {
  user       = "bea"
  policy_arn = var.policy_arn
}

# The policy is that of another stack.
# want: unknown enforced
resource "aws_iam_user_login_profile" "elsewhere" {
  user = "chen"
}

resource "aws_iam_user_policy_attachment" "elsewhere" {
  user       = "chen"
  policy_arn = "arn:aws:iam::111122223333:policy/mfa"
}

# want: unknown enforced
resource "aws_iam_user_login_profile" "member" {
  user = "dana"
}

resource "aws_iam_user_group_membership" "member" {
  user   = "dana"
  groups = var.groups
}

resource "aws_iam_group_policy" "nurses" {
  name  = "mfa"
  group = "nurses"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Action    = "*"
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}
