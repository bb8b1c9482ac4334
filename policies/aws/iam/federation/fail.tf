resource "aws_iam_saml_provider" "clinic" {
  name                   = "clinic"
  saml_metadata_document = "<EntityDescriptor/>"
}

resource "aws_iam_user" "staff" {
  for_each = toset(["jo", "sam"])
  name     = each.key
}

resource "aws_iam_user_login_profile" "staff" {
  for_each = aws_iam_user.staff
  user     = each.value.name
}
