# whole-account
resource "aws_config_conformance_pack" "storage" {
  name            = "Operational-Best-Practices-for-Amazon-S3"
  template_s3_uri = "s3://clinic-packs/Operational-Best-Practices-for-Amazon-S3.yaml"
}

resource "aws_config_organization_conformance_pack" "contractors" {
  name            = "nist-800-171"
  template_s3_uri = "s3://clinic-packs/Operational-Best-Practices-for-NIST-800-171.yaml"
}
