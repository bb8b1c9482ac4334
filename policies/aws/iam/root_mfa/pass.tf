resource "aws_iam_organizations_features" "this" {
  enabled_features = ["RootCredentialsManagement", "RootSessions"]
}

locals {
  features = ["RootCredentialsManagement"]
}

resource "aws_iam_organizations_features" "by_local" {
  enabled_features = toset(local.features)
}
