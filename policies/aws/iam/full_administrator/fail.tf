data "aws_partition" "current" {}

resource "aws_iam_policy" "everything" {
  name = "everything"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

data "aws_iam_policy_document" "everything" {
  statement {
    actions   = ["s3:GetObject", "*:*"]
    resources = ["arn:aws:s3:::clinic-records/*", "*"]
  }
}

resource "aws_iam_role_policy" "everything" {
  role   = "deploy"
  policy = data.aws_iam_policy_document.everything.json
}

# Everything but a trifle, and a condition that does not make it less.
resource "aws_iam_user_policy" "exception" {
  user   = "jo"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "NotAction": "s3:DeleteBucket",
        "Resource": "*",
        "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
      }]
    }
  EOT
}

resource "aws_iam_group_policy" "exception" {
  group = "builders"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", NotResource = "arn:aws:s3:::clinic-records/*" }]
  })
}

resource "aws_iam_role_policy_attachment" "administrators" {
  for_each   = toset(["deploy", "ops"])
  role       = each.key
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_user_policy_attachment" "administrator" {
  user       = "jo"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}

resource "aws_iam_group_policy_attachment" "administrators" {
  group      = "builders"
  policy_arn = "arn:aws-us-gov:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_policy_attachment" "administrators" {
  name       = "administrators"
  users      = ["jo"]
  roles      = ["deploy"]
  groups     = ["builders"]
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# The deprecated arguments of a role.
resource "aws_iam_role" "inline" {
  name                = "inline"
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]

  inline_policy {
    name = "everything"
    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = { Effect = "Allow", Action = "*", Resource = "*" }
    })
  }
}

# The Deny is for those without MFA.
resource "aws_iam_policy" "mfa" {
  name = "mfa"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "*", Resource = "*" },
      { Effect = "Deny", Action = "iam:*", Resource = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } } },
    ]
  })
}

# The Deny leaves IAM.
resource "aws_iam_policy" "some" {
  name = "some"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "*", Resource = "*" },
      { Effect = "Deny", Action = ["s3:DeleteBucket", "iam:DeleteUser"], Resource = "*" },
    ]
  })
}
