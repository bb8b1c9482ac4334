# want: fail length
# want: fail uppercase
# want: fail lowercase
# want: fail numbers
# want: fail symbols
resource "aws_iam_account_password_policy" "omitted" {
  allow_users_to_change_password = true
}

# want: fail length
# want: pass symbols
resource "aws_iam_account_password_policy" "short" {
  minimum_password_length      = 11
  require_uppercase_characters = true
  require_lowercase_characters = true
  require_numbers              = true
  require_symbols              = true
}

# want: pass length
# want: fail uppercase
# want: fail lowercase
# want: fail numbers
# want: fail symbols
resource "aws_iam_account_password_policy" "uniform" {
  minimum_password_length      = 20
  require_uppercase_characters = false
  require_lowercase_characters = false
  require_numbers              = "false"
  require_symbols              = null
}
