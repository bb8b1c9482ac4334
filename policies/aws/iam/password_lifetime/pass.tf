resource "aws_iam_account_password_policy" "main" {
  minimum_password_length   = 14
  password_reuse_prevention = 24
  max_password_age          = 90
  hard_expiry               = false
}

resource "aws_iam_account_password_policy" "quoted" {
  password_reuse_prevention = "24"
  max_password_age          = "60"
}
