variable "user" {
  type = string
}

data "aws_iam_user" "service" {
  user_name = var.user
}

resource "aws_iam_access_key" "by_variable" {
  user = var.user
}

resource "aws_iam_access_key" "by_data" {
  user = data.aws_iam_user.service.user_name
}
