# Nothing says that it holds no PHI.
# want: fail mfa
# want: pass threats
# want: pass length
resource "aws_cognito_user_pool" "portal" {
  name              = "portal"
  mfa_configuration = "OPTIONAL"
  user_pool_tier    = "PLUS"

  software_token_mfa_configuration {
    enabled = true
  }

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }

  password_policy {
    minimum_length = 12
  }
}
