variable "server" {
  type = object({ protocols = set(string), role = string, endpoint = string, policy = string })
}

resource "aws_transfer_server" "results" {
  protocols            = var.server.protocols
  logging_role         = var.server.role
  endpoint_type        = var.server.endpoint
  security_policy_name = var.server.policy
  tags                 = { DataClass = "PHI" }
}
