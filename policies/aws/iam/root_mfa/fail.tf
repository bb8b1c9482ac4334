# want: fail central
# want: not_applicable mfa
resource "aws_iam_organizations_features" "sessions" {
  enabled_features = ["RootSessions"]
}

resource "aws_iam_organizations_features" "none" {
  enabled_features = []
}
