# A policy of the user's own.
resource "aws_iam_user" "amara" {
  name = "amara"
}

resource "aws_iam_user_login_profile" "amara" {
  user = aws_iam_user.amara.name
}

resource "aws_iam_user_policy" "amara" {
  name = "mfa"
  user = aws_iam_user.amara.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "NothingWithoutMFA"
        Effect    = "Deny"
        NotAction = ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"]
        Resource  = "*"
        Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
      },
    ]
  })
}

# A managed policy, attached to users.
data "aws_iam_policy_document" "mfa" {
  statement {
    sid       = "OwnDevice"
    actions   = ["iam:EnableMFADevice", "iam:ListMFADevices"]
    resources = ["arn:aws:iam::*:user/$${aws:username}"]
  }

  statement {
    sid         = "NothingWithoutMFA"
    effect      = "Deny"
    not_actions = ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices"]
    resources   = ["*"]

    condition {
      test     = "BoolIfExists"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["false"]
    }
  }
}

resource "aws_iam_policy" "mfa" {
  name   = "mfa"
  policy = data.aws_iam_policy_document.mfa.json
}

locals {
  people = toset(["bea", "chen"])
}

resource "aws_iam_user" "person" {
  for_each = local.people

  name = each.key
}

resource "aws_iam_user_login_profile" "person" {
  for_each = local.people

  user                    = aws_iam_user.person[each.key].name
  password_reset_required = true
}

resource "aws_iam_user_policy_attachment" "person" {
  for_each = local.people

  user       = aws_iam_user.person[each.key].name
  policy_arn = aws_iam_policy.mfa.arn
}

# A managed policy of AWS beside it holds nothing against it.
resource "aws_iam_user_policy_attachment" "read_only" {
  for_each = local.people

  user       = aws_iam_user.person[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

# A policy of the user's group.
resource "aws_iam_group" "nurses" {
  name = "nurses"
}

resource "aws_iam_group_policy" "nurses" {
  name  = "mfa"
  group = aws_iam_group.nurses.name

  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Deny",
        "Action": "*",
        "Resource": "*",
        "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false", "aws:ViaAWSService": "false"}}
      }
    }
  EOT
}

resource "aws_iam_user" "dana" {
  name = "dana"
}

resource "aws_iam_user_group_membership" "dana" {
  user   = aws_iam_user.dana.name
  groups = [aws_iam_group.nurses.name]
}

resource "aws_iam_user_login_profile" "dana" {
  user = aws_iam_user.dana.name
}

# A managed policy of a group that lists its members.
resource "aws_iam_group" "doctors" {
  name = "doctors"
}

resource "aws_iam_group_policy_attachment" "doctors" {
  group      = aws_iam_group.doctors.name
  policy_arn = aws_iam_policy.mfa.arn
}

resource "aws_iam_user" "emre" {
  name = "emre"
}

resource "aws_iam_group_membership" "doctors" {
  name  = "doctors"
  group = aws_iam_group.doctors.name
  users = [aws_iam_user.emre.name]
}

resource "aws_iam_user_login_profile" "emre" {
  user = aws_iam_user.emre.name
}
