resource "aws_iam_policy" "records" {
  name = "records"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = ["arn:aws:s3:::clinic-records", "arn:aws:s3:::clinic-records/*"] },
      { Effect = "Deny", Action = "*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } } },
    ]
  })
}

# Everything, but on one resource.
data "aws_iam_policy_document" "queue" {
  statement {
    actions   = ["*"]
    resources = ["arn:aws:sqs:us-east-1:111122223333:intake"]
  }
}

resource "aws_iam_role" "intake" {
  name               = "intake"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "queue" {
  role   = aws_iam_role.intake.id
  policy = data.aws_iam_policy_document.queue.json
}

# Everything but IAM.
resource "aws_iam_group_policy" "builders" {
  group  = "builders"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {"Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": "*"}
    }
  EOT
}

resource "aws_iam_user_policy" "reader" {
  user = "reader"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:Get*", Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "intake" {
  for_each = {
    own     = aws_iam_policy.records.arn
    managed = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
  }
  role       = aws_iam_role.intake.name
  policy_arn = each.value
}

resource "aws_iam_user_policy_attachment" "reader" {
  user       = "reader"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_group_policy_attachment" "auditors" {
  group      = "auditors"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

resource "aws_iam_policy_attachment" "support" {
  name       = "support"
  roles      = [aws_iam_role.intake.name]
  policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"
}

# For emergencies, by the name that the parameter break_glass lists.
resource "aws_iam_role" "emergency" {
  name               = "break-glass"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "emergency" {
  role       = aws_iam_role.emergency.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_user_policy_attachment" "emergency" {
  user       = "break-glass"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_group_policy_attachment" "emergency" {
  group      = "break-glass"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}

resource "aws_iam_policy_attachment" "emergency" {
  name       = "emergency"
  roles      = [aws_iam_role.emergency.name]
  users      = ["break-glass"]
  groups     = ["break-glass"]
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# Everything but IAM, said by a Deny.
resource "aws_iam_policy" "builders" {
  name = "builders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "*", Resource = "*" },
      { Effect = "Deny", Action = ["iam:*", "organizations:*"], Resource = "*" },
    ]
  })
}
