resource "aws_ssoadmin_permission_set" "ward" {
  name         = "ward"
  instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
}

resource "aws_iam_user_login_profile" "jo" {
  user = "jo"
}
