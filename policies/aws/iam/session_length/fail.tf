resource "aws_iam_role" "everybody" {
  for_each             = { day = 43200, morning = 18000 }
  name                 = each.key
  max_session_duration = each.value
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "sts:AssumeRole" }]
  })
}

# Four hours are too long for PHI.
resource "aws_iam_role" "clinician" {
  name                 = "clinician"
  max_session_duration = 14400
  tags                 = { DataClass = "PHI" }
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:saml-provider/clinic" }, Action = ["sts:AssumeRoleWithSAML", "sts:TagSession"] }]
  })
}

resource "aws_ssoadmin_permission_set" "ward" {
  for_each         = toset(["PT12H", "P1D", "PT8H30M"])
  name             = "ward"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  session_duration = each.key
}

resource "aws_ssoadmin_permission_set" "records" {
  name             = "records"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  session_duration = "PT8H"
  tags             = { DataClass = "PHI" }
}

resource "aws_cognito_user_pool" "portal" {
  name = "portal"
  tags = { DataClass = "PHI" }
}

# An hour, which is too long for PHI.
resource "aws_cognito_user_pool_client" "portal" {
  name         = "portal"
  user_pool_id = aws_cognito_user_pool.portal.id
}

resource "aws_cognito_user_pool" "jobs" {
  name = "jobs"
}

# Hours, where the client does not say of what.
resource "aws_cognito_user_pool_client" "jobs" {
  name                  = "jobs"
  user_pool_id          = aws_cognito_user_pool.jobs.id
  access_token_validity = 15
}

resource "aws_cognito_user_pool_client" "days" {
  name                  = "days"
  user_pool_id          = aws_cognito_user_pool.jobs.id
  access_token_validity = 1

  token_validity_units {
    access_token = "days"
  }
}

# Never, if nothing is said.
resource "aws_appstream_fleet" "charts" {
  name          = "charts"
  instance_type = "stream.standard.small"

  compute_capacity {
    desired_instances = 1
  }
}

resource "aws_appstream_fleet" "scans" {
  name                               = "scans"
  instance_type                      = "stream.standard.small"
  idle_disconnect_timeout_in_seconds = 1800

  compute_capacity {
    desired_instances = 1
  }
}
