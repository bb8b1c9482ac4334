resource "github_actions_repository_permissions" "records" {
  repository      = "records"
  allowed_actions = "selected"

  allowed_actions_config {
    github_owned_allowed = true
    patterns_allowed     = ["acme/*"]
  }
}

resource "github_actions_repository_permissions" "off" {
  repository = "website"
  enabled    = false
}

resource "github_actions_organization_permissions" "acme" {
  enabled_repositories = "all"
  allowed_actions      = "local_only"
}

resource "github_actions_organization_permissions" "none" {
  enabled_repositories = "none"
}

resource "github_workflow_repository_permissions" "records" {
  repository                       = "records"
  default_workflow_permissions     = "read"
  can_approve_pull_request_reviews = false
}

resource "github_actions_organization_workflow_permissions" "acme" {
  organization_slug            = "acme"
  default_workflow_permissions = "read"
}
