provider "aws" {
  region = "us-east-1"
}

resource "aws_ssm_service_setting" "other" {
  setting_id    = "/ssm/parameter-store/default-parameter-tier"
  setting_value = "Standard"
}
