resource "aws_iam_user" "exports" {
  name = "exports"
}

# want: fail declared
# want: not_applicable age
# want: not_applicable single
resource "aws_iam_access_key" "exports" {
  user = aws_iam_user.exports.name
}

# The secret is encrypted, the key is as long-lived.
# want: fail declared
resource "aws_iam_access_key" "encrypted" {
  user    = aws_iam_user.exports.name
  pgp_key = "keybase:exports"
}

# want: fail declared
resource "aws_iam_access_key" "switched_off" {
  count = 2

  user   = "imports"
  status = "Inactive"
}
