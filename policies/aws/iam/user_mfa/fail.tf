resource "aws_iam_user" "amara" {
  name = "amara"
}

# want: fail enforced
# want: not_applicable console
# want: not_applicable everyone
resource "aws_iam_user_login_profile" "amara" {
  user = aws_iam_user.amara.name
}

# A device alone is asked for by nothing.
resource "aws_iam_virtual_mfa_device" "amara" {
  virtual_mfa_device_name = "amara"
}

# AWS's own policies do not ask for MFA.
# want: fail enforced
resource "aws_iam_user_login_profile" "read_only" {
  user = "bea"
}

resource "aws_iam_user_policy_attachment" "read_only" {
  user       = "bea"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

# MFA for one service only.
# want: fail enforced
resource "aws_iam_user_login_profile" "storage" {
  user = "chen"
}

resource "aws_iam_user_policy" "storage" {
  name = "storage"
  user = "chen"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Action    = "s3:*"
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

# The group asks for MFA only outside of the network.
resource "aws_iam_group" "nurses" {
  name = "nurses"
}

resource "aws_iam_group_policy" "nurses" {
  name  = "mfa"
  group = aws_iam_group.nurses.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Deny"
      Action   = "*"
      Resource = "*"
      Condition = {
        BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" }
        NotIpAddress = { "aws:SourceIp" = "203.0.113.0/24" }
      }
    }]
  })
}

resource "aws_iam_user_group_membership" "dana" {
  user   = "dana"
  groups = [aws_iam_group.nurses.name]
}

# want: fail enforced
resource "aws_iam_user_login_profile" "dana" {
  user = "dana"
}

# The group's policy allows with MFA, and does not deny without.
resource "aws_iam_policy" "allow" {
  name = "allow-with-mfa"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "*"
      Resource  = "*"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}

resource "aws_iam_group_policy_attachment" "doctors" {
  group      = "doctors"
  policy_arn = aws_iam_policy.allow.arn
}

resource "aws_iam_group_membership" "doctors" {
  name  = "doctors"
  group = "doctors"
  users = ["emre"]
}

# want: fail enforced
resource "aws_iam_user_login_profile" "emre" {
  user = "emre"
}
