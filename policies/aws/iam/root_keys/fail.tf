resource "aws_iam_user" "root" {
  name = "root"
}

resource "aws_iam_access_key" "by_reference" {
  user = aws_iam_user.root.name
}

resource "aws_iam_access_key" "by_name" {
  user = "root"
}
