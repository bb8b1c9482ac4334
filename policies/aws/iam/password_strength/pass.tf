locals {
  length = 14
}

resource "aws_iam_account_password_policy" "main" {
  minimum_password_length        = local.length
  require_uppercase_characters   = true
  require_lowercase_characters   = true
  require_numbers                = "true"
  require_symbols                = true
  allow_users_to_change_password = true
}

resource "aws_iam_account_password_policy" "shortest" {
  minimum_password_length      = "12"
  require_uppercase_characters = true
  require_lowercase_characters = true
  require_numbers              = true
  require_symbols              = true
}
