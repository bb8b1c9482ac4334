resource "aws_ec2_client_vpn_endpoint" "silent" {
  client_cidr_block      = "10.20.0.0/22"
  server_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"

  authentication_options {
    type              = "federated-authentication"
    saml_provider_arn = "arn:aws:iam::111122223333:saml-provider/staff"
  }

  connection_log_options {
    enabled = false
  }
}

resource "aws_ec2_client_vpn_endpoint" "dynamic" {
  client_cidr_block      = "10.20.0.0/22"
  server_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"

  authentication_options {
    type              = "federated-authentication"
    saml_provider_arn = "arn:aws:iam::111122223333:saml-provider/staff"
  }

  dynamic "connection_log_options" {
    for_each = [false]

    content {
      enabled = connection_log_options.value
    }
  }
}

resource "aws_ec2_client_vpn_authorization_rule" "everything" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.silent.id
  target_network_cidr    = "0.0.0.0/0"
  authorize_all_groups   = true
}

resource "aws_ec2_client_vpn_authorization_rule" "halves" {
  for_each = toset(["0.0.0.0/1", "128.0.0.0/1"])

  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.silent.id
  target_network_cidr    = each.key
  authorize_all_groups   = true
}
