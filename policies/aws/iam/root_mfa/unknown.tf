variable "features" {
  type = set(string)
}

variable "feature" {
  type = string
}

resource "aws_iam_organizations_features" "by_variable" {
  enabled_features = var.features
}

resource "aws_iam_organizations_features" "one_by_variable" {
  enabled_features = ["RootSessions", var.feature]
}
