# The name does not say it, the template does.
locals {
  packs = {
    security = "Operational-Best-Practices-for-NIST-800-53-rev-5.yaml"
    storage  = "Operational-Best-Practices-for-Amazon-S3.yaml"
  }
}

resource "aws_config_conformance_pack" "each" {
  for_each        = local.packs
  name            = each.key
  template_s3_uri = "s3://clinic-packs/${each.value}"
}
