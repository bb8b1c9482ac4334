# want: fail reuse
# want: fail age
resource "aws_iam_account_password_policy" "omitted" {
  minimum_password_length = 14
}

# want: fail reuse
# want: pass age
resource "aws_iam_account_password_policy" "few_remembered" {
  password_reuse_prevention = 5
  max_password_age          = 90
}

# want: pass reuse
# want: fail age
resource "aws_iam_account_password_policy" "old" {
  password_reuse_prevention = 24
  max_password_age          = 365
}

# want: pass reuse
# want: fail age
resource "aws_iam_account_password_policy" "never" {
  password_reuse_prevention = 24
  max_password_age          = 0
}
