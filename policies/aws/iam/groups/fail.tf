# want: fail member
resource "aws_iam_user" "jo" {
  name = "jo"
}

# want: fail users
resource "aws_iam_user_policy" "jo" {
  user = aws_iam_user.jo.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::clinic-records/*" }]
  })
}

# want: fail users
resource "aws_iam_user_policy_attachment" "jo" {
  for_each   = toset(["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/SecurityAudit"])
  user       = aws_iam_user.jo.name
  policy_arn = each.key
}

# want: fail users
resource "aws_iam_policy_attachment" "everybody" {
  name       = "everybody"
  users      = ["jo"]
  groups     = ["staff"]
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

# want: fail populated
resource "aws_iam_group" "staff" {
  name = "staff"
}

# want: fail inline
resource "aws_iam_group_policy" "staff" {
  group = aws_iam_group.staff.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:ListBucket", Resource = "arn:aws:s3:::clinic-records" }]
  })
}

# want: fail inline
resource "aws_iam_role_policy" "app" {
  role = "app"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:ListBucket", Resource = "arn:aws:s3:::clinic-records" }]
  })
}
