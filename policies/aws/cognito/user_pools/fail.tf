# want: fail mfa
# want: fail threats
# want: fail length
resource "aws_cognito_user_pool" "bare" {
  name = "bare"
}

# want: fail mfa
# want: fail threats
# want: fail length
resource "aws_cognito_user_pool" "lax" {
  name              = "lax"
  mfa_configuration = "OFF"

  user_pool_add_ons {
    advanced_security_mode = "OFF"
  }

  password_policy {
    minimum_length    = 8
    require_lowercase = true
    require_numbers   = true
  }
}

# A block that says nothing of length.
# want: pass mfa
# want: pass threats
# want: fail length
resource "aws_cognito_user_pool" "unsaid" {
  name              = "unsaid"
  mfa_configuration = "ON"
  user_pool_tier    = "PLUS"

  software_token_mfa_configuration {
    enabled = true
  }

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }

  password_policy {
    require_symbols = true
  }
}

# Patients may do without a second factor, and attacks are only written down.
# want: fail mfa
# want: fail threats
# want: pass length
resource "aws_cognito_user_pool" "patients" {
  name              = "patients"
  mfa_configuration = "OPTIONAL"
  user_pool_tier    = "PLUS"

  software_token_mfa_configuration {
    enabled = true
  }

  user_pool_add_ons {
    advanced_security_mode = "AUDIT"
  }

  password_policy {
    minimum_length = 12
  }

  tags = { DataClass = "PHI" }
}

# want: fail guests
resource "aws_cognito_identity_pool" "uploads" {
  identity_pool_name               = "uploads"
  allow_unauthenticated_identities = true
}
