resource "aws_iam_policy" "all" {
  for_each = toset(["kms:*", "kms:Decrypt", "kms:ReEncrypt*", "*"])
  name     = "all"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = [each.key], Resource = "*" }]
  })
}

# All keys of the account.
data "aws_iam_policy_document" "account" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::clinic-records/*"]
  }

  statement {
    actions   = ["kms:Decrypt"]
    resources = ["arn:aws:kms:*:111122223333:key/*"]
  }
}

resource "aws_iam_role_policy" "account" {
  role   = "app"
  policy = data.aws_iam_policy_document.account.json
}

# Through which service is not which key, and a Deny without MFA is none for others.
resource "aws_iam_user_policy" "service" {
  user   = "jo"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "kms:De*",
          "Resource": "*",
          "Condition": {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com"}}
        },
        {
          "Effect": "Deny",
          "Action": "kms:*",
          "Resource": "*",
          "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}
        }
      ]
    }
  EOT
}

# All keys but one.
resource "aws_iam_group_policy" "exception" {
  group = "builders"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:Decrypt", NotResource = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }]
  })
}
