resource "aws_config_organization_conformance_pack" "security" {
  name            = "security"
  template_s3_uri = "s3://awsconfigconforms-clinic/Operational-Best-Practices-for-HIPAA-Security.yaml"
}
