# whole-account
variable "password_policy" {
  type = bool
}

resource "aws_iam_account_password_policy" "main" {
  count = var.password_policy ? 1 : 0

  minimum_password_length = 14
}
