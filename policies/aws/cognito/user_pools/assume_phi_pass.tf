resource "aws_cognito_user_pool" "newsletter" {
  name              = "newsletter"
  mfa_configuration = "OPTIONAL"
  user_pool_tier    = "PLUS"
  tags              = { DataClass = "public" }

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
