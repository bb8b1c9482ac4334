# Of the management account, for all accounts.
resource "aws_config_organization_conformance_pack" "hipaa" {
  name              = "hipaa-security"
  template_s3_uri   = "s3://awsconfigconforms-clinic/security.yaml"
  excluded_accounts = ["444455556666"]
}
