resource "github_actions_repository_permissions" "records" {
  repository = "records"
}

resource "github_actions_organization_permissions" "acme" {
  enabled_repositories = "all"
  allowed_actions      = "all"
}

resource "github_workflow_repository_permissions" "records" {
  repository                   = "records"
  default_workflow_permissions = "write"
}

resource "github_actions_organization_workflow_permissions" "acme" {
  organization_slug                = "acme"
  default_workflow_permissions     = "write"
  can_approve_pull_request_reviews = true
}
