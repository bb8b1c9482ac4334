variable "pack" {
  type = string
}

resource "aws_config_conformance_pack" "hipaa" {
  name            = "hipaa"
  template_s3_uri = "s3://clinic-packs/security.yaml"
}

# Another pack does not matter.
resource "aws_config_conformance_pack" "given" {
  name            = var.pack
  template_s3_uri = "s3://clinic-packs/${var.pack}.yaml"
}
