variable "seconds" {
  type = number
}

variable "duration" {
  type = string
}

resource "aws_iam_role" "given" {
  name                 = "given"
  max_session_duration = var.seconds
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_ssoadmin_permission_set" "given" {
  name             = "given"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  session_duration = var.duration
}

# Nobody can read that as a duration.
resource "aws_ssoadmin_permission_set" "words" {
  name             = "words"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  session_duration = "8 hours"
}

resource "aws_cognito_user_pool" "jobs" {
  name = "jobs"
}

resource "aws_cognito_user_pool_client" "given" {
  name                  = "given"
  user_pool_id          = aws_cognito_user_pool.jobs.id
  access_token_validity = var.seconds
}

resource "aws_appstream_fleet" "given" {
  name                               = "given"
  instance_type                      = "stream.standard.small"
  idle_disconnect_timeout_in_seconds = var.seconds

  compute_capacity {
    desired_instances = 1
  }
}
