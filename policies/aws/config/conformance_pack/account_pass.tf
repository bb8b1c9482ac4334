variable "environment" {
  type    = string
  default = "prod"
}

resource "aws_config_configuration_recorder" "all" {
  name     = "default"
  role_arn = "arn:aws:iam::111122223333:role/config"
}

resource "aws_config_conformance_pack" "hipaa" {
  name            = "Operational-Best-Practices-for-HIPAA-Security"
  template_s3_uri = "s3://clinic-${var.environment}-packs/Operational-Best-Practices-for-HIPAA-Security.yaml"

  input_parameter {
    parameter_name  = "AccessKeysRotatedParamMaxAccessKeyAge"
    parameter_value = "90"
  }

  depends_on = [aws_config_configuration_recorder.all]
}
