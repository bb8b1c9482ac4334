# whole-account
resource "aws_iam_user" "front_desk" {
  name = "front-desk"
}
