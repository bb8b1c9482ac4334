variable "federated" {
  type = bool
}

resource "aws_iam_saml_provider" "clinic" {
  count                  = var.federated ? 1 : 0
  name                   = "clinic"
  saml_metadata_document = "<EntityDescriptor/>"
}

resource "aws_iam_user_login_profile" "jo" {
  user = "jo"
}
