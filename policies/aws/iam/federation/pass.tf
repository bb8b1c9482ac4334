resource "aws_iam_saml_provider" "clinic" {
  name                   = "clinic"
  saml_metadata_document = "<EntityDescriptor/>"
}

resource "aws_ssoadmin_permission_set" "ward" {
  name         = "ward"
  instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
}

# For emergencies, when the provider cannot be reached.
resource "aws_iam_user_login_profile" "emergency" {
  user = "break-glass"
}
