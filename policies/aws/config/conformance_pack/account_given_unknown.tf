# whole-account
variable "pack" {
  type = string
}

resource "aws_config_conformance_pack" "given" {
  name            = "pack-${var.pack}"
  template_s3_uri = "s3://clinic-packs/${var.pack}.yaml"
}
