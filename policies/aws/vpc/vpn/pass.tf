resource "aws_ec2_client_vpn_endpoint" "staff" {
  client_cidr_block      = "10.20.0.0/22"
  server_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"

  authentication_options {
    type              = "federated-authentication"
    saml_provider_arn = "arn:aws:iam::111122223333:saml-provider/staff"
  }

  connection_log_options {
    enabled              = true
    cloudwatch_log_group = "client-vpn"
  }
}

locals {
  networks = { records = "10.0.0.0/16", imaging = "10.1.0.0/16" }
}

resource "aws_ec2_client_vpn_authorization_rule" "staff" {
  for_each = local.networks

  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.staff.id
  target_network_cidr    = each.value
  authorize_all_groups   = true
}

resource "aws_ec2_client_vpn_authorization_rule" "admins" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.staff.id
  target_network_cidr    = "0.0.0.0/0"
  access_group_id        = "admins"
}

# Whether its tunnels are up is not said in code.
resource "aws_vpn_connection" "clinic" {
  customer_gateway_id = "cgw-0123456789abcdef0"
  transit_gateway_id  = "tgw-0123456789abcdef0"
  type                = "ipsec.1"
}
