variable "logged" {
  type = bool
}

variable "network" {
  type = string
}

variable "everybody" {
  type = bool
}

resource "aws_ec2_client_vpn_endpoint" "by_variable" {
  client_cidr_block      = "10.20.0.0/22"
  server_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"

  authentication_options {
    type              = "federated-authentication"
    saml_provider_arn = "arn:aws:iam::111122223333:saml-provider/staff"
  }

  connection_log_options {
    enabled = var.logged
  }
}

resource "aws_ec2_client_vpn_authorization_rule" "by_variable" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.by_variable.id
  target_network_cidr    = var.network
  authorize_all_groups   = true
}

resource "aws_ec2_client_vpn_authorization_rule" "perhaps_everybody" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.by_variable.id
  target_network_cidr    = "0.0.0.0/0"
  authorize_all_groups   = var.everybody
}
