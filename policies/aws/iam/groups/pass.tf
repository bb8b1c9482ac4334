resource "aws_iam_policy" "records" {
  name = "records"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::clinic-records/*" }]
  })
}

# want: pass populated
resource "aws_iam_group" "staff" {
  for_each = toset(["nurses", "doctors"])
  name     = each.key
}

resource "aws_iam_group" "billing" {
  name = "billing"
}

resource "aws_iam_group_policy_attachment" "staff" {
  for_each   = aws_iam_group.staff
  group      = each.value.name
  policy_arn = aws_iam_policy.records.arn
}

resource "aws_iam_user" "jo" {
  name = "jo"
}

resource "aws_iam_user_group_membership" "jo" {
  user   = aws_iam_user.jo.name
  groups = [for group in aws_iam_group.staff : group.name]
}

resource "aws_iam_user" "sam" {
  name = "sam"
}

resource "aws_iam_group_membership" "billing" {
  name  = "billing"
  group = aws_iam_group.billing.name
  users = [aws_iam_user.sam.name]
}

resource "aws_iam_policy_attachment" "groups" {
  name       = "groups"
  groups     = ["billing"]
  policy_arn = aws_iam_policy.records.arn
}
