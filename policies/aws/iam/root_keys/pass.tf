variable "services" {
  type    = set(string)
  default = ["nightly", "reports"]
}

resource "aws_iam_user" "service" {
  for_each = var.services

  name = each.key
  path = "/services/"
}

resource "aws_iam_access_key" "service" {
  for_each = var.services

  user = aws_iam_user.service[each.key].name
}

resource "aws_iam_access_key" "by_name" {
  user   = "exports"
  status = "Inactive"
}
