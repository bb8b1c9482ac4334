variable "environment" {
  type    = string
  default = "prod"
}

locals {
  # A patient portal, and the pool of the staff who answer its messages.
  pools = {
    patients = { mfa = "ON", length = 14 }
    staff    = { mfa = "ON", length = 16 }
  }
}

resource "aws_cognito_user_pool" "portal" {
  for_each            = local.pools
  name                = "${each.key}-${var.environment}"
  mfa_configuration   = each.value.mfa
  user_pool_tier      = "PLUS"
  deletion_protection = "ACTIVE"

  software_token_mfa_configuration {
    enabled = true
  }

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }

  password_policy {
    minimum_length                   = each.value.length
    require_lowercase                = true
    require_numbers                  = true
    require_symbols                  = true
    require_uppercase                = true
    temporary_password_validity_days = 1
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  tags = { DataClass = "PHI" }
}

# Nothing marks it as holding PHI: that a second factor can be used is enough.
resource "aws_cognito_user_pool" "partners" {
  name              = "partners"
  mfa_configuration = var.environment == "prod" ? "OPTIONAL" : "OFF"
  user_pool_tier    = "PLUS"

  software_token_mfa_configuration {
    enabled = true
  }

  dynamic "user_pool_add_ons" {
    for_each = var.environment == "prod" ? ["ENFORCED"] : []
    content {
      advanced_security_mode = user_pool_add_ons.value
    }
  }

  password_policy {
    minimum_length = 12
  }
}

resource "aws_cognito_user_pool_client" "portal" {
  name         = "portal"
  user_pool_id = aws_cognito_user_pool.portal["patients"].id
}

resource "aws_cognito_identity_pool" "portal" {
  identity_pool_name               = "portal"
  allow_unauthenticated_identities = false

  cognito_identity_providers {
    client_id               = aws_cognito_user_pool_client.portal.id
    provider_name           = aws_cognito_user_pool.portal["patients"].endpoint
    server_side_token_check = true
  }
}

# What is not said is not allowed.
resource "aws_cognito_identity_pool" "staff" {
  identity_pool_name = "staff"
}
