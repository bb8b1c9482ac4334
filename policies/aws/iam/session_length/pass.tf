data "aws_caller_identity" "current" {}

# An hour, if nothing else is said.
resource "aws_iam_role" "clinician" {
  name = "clinician"
  tags = { DataClass = "PHI" }
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = data.aws_caller_identity.current.account_id }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "operator" {
  name                 = "operator"
  max_session_duration = 14400
  assume_role_policy   = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/clinic"},
        "Action": "sts:AssumeRoleWithSAML",
        "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}
      }
    }
  EOT
}

# No person assumes it.
# want: not_applicable
resource "aws_iam_role" "batch" {
  name                 = "batch"
  max_session_duration = 43200
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" },
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/scheduler" }, Action = "sts:AssumeRole" },
    ]
  })
}

resource "aws_ssoadmin_permission_set" "ward" {
  name             = "ward"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  session_duration = "PT8H"
}

# An hour as well.
resource "aws_ssoadmin_permission_set" "records" {
  name         = "records"
  instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  tags         = { DataClass = "PHI" }
}

resource "aws_cognito_user_pool" "portal" {
  name = "portal"
  tags = { DataClass = "PHI" }
}

resource "aws_cognito_user_pool_client" "portal" {
  name                  = "portal"
  user_pool_id          = aws_cognito_user_pool.portal.id
  access_token_validity = 15

  token_validity_units {
    access_token = "minutes"
  }
}

resource "aws_cognito_user_pool" "jobs" {
  name = "jobs"
}

resource "aws_cognito_user_pool_client" "jobs" {
  name         = "jobs"
  user_pool_id = aws_cognito_user_pool.jobs.id
}

resource "aws_appstream_fleet" "charts" {
  name                               = "charts"
  instance_type                      = "stream.standard.small"
  idle_disconnect_timeout_in_seconds = 900

  compute_capacity {
    desired_instances = 1
  }
}
