variable "mfa" {
  type = string
}

variable "security_mode" {
  type = string
}

variable "password_length" {
  type = number
}

variable "strict" {
  type = bool
}

variable "data_class" {
  type = string
}

variable "guests" {
  type = bool
}

# want: unknown mfa
# want: unknown threats
# want: unknown length
resource "aws_cognito_user_pool" "given" {
  name              = "given"
  mfa_configuration = var.mfa

  user_pool_add_ons {
    advanced_security_mode = var.security_mode
  }

  password_policy {
    minimum_length = var.password_length
  }
}

# want: pass mfa
# want: unknown threats
# want: unknown length
resource "aws_cognito_user_pool" "perhaps" {
  name              = "perhaps"
  mfa_configuration = "ON"

  dynamic "user_pool_add_ons" {
    for_each = var.strict ? ["ENFORCED"] : []
    content {
      advanced_security_mode = user_pool_add_ons.value
    }
  }

  dynamic "password_policy" {
    for_each = var.strict ? [14] : []
    content {
      minimum_length = password_policy.value
    }
  }
}

# Whether it holds PHI decides.
# want: unknown mfa
# want: pass threats
# want: pass length
resource "aws_cognito_user_pool" "tagged" {
  name              = "tagged"
  mfa_configuration = "OPTIONAL"
  tags              = { DataClass = var.data_class }

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }

  password_policy {
    minimum_length = 12
  }
}

# want: unknown guests
resource "aws_cognito_identity_pool" "given" {
  identity_pool_name               = "given"
  allow_unauthenticated_identities = var.guests
}
