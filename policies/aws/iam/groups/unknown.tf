variable "users" {
  type = list(string)
}

variable "user" {
  type = string
}

resource "aws_iam_policy_attachment" "given" {
  name       = "given"
  users      = var.users
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

# It may be in the group.
resource "aws_iam_user" "jo" {
  name = "jo"
}

# want: unknown populated
resource "aws_iam_group" "staff" {
  name = "staff"
}

# Whoever it is, is a member.
# want: pass
resource "aws_iam_group_membership" "staff" {
  name  = "staff"
  group = aws_iam_group.staff.name
  users = var.users
}
