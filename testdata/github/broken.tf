# A repository with PHI of which nothing is in order, as broken.json answers it live.
resource "github_repository" "records" {
  name       = "records"
  visibility = "public"
  topics     = ["phi"]
}

resource "github_branch_protection" "records" {
  repository_id       = github_repository.records.node_id
  pattern             = "main"
  enforce_admins      = false
  allows_force_pushes = true
  allows_deletions    = true

  required_status_checks {
    contexts = ["build"]
  }

  required_pull_request_reviews {
    required_approving_review_count = 1
  }
}

# It would be in order, and is only evaluated.
resource "github_repository_ruleset" "records" {
  name        = "default branch"
  repository  = github_repository.records.name
  target      = "branch"
  enforcement = "evaluate"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = []
    }
  }

  rules {
    deletion            = true
    non_fast_forward    = true
    required_signatures = true
  }
}

resource "github_repository_vulnerability_alerts" "records" {
  repository = github_repository.records.name
  enabled    = false
}

resource "github_repository_environment" "production" {
  repository  = github_repository.records.name
  environment = "production"
}

resource "github_organization_settings" "acme" {
  billing_email                 = "billing@example.com"
  default_repository_permission = "write"
}

resource "github_repository_collaborator" "contractor" {
  repository = github_repository.records.name
  username   = "contractor"
  permission = "admin"
}

resource "github_repository_deploy_key" "deploy" {
  repository = github_repository.records.name
  title      = "deploy"
  key        = "ssh-ed25519 AAAA"
  read_only  = false
}

resource "github_actions_repository_permissions" "records" {
  repository      = github_repository.records.name
  allowed_actions = "all"
}

resource "github_workflow_repository_permissions" "records" {
  repository                       = github_repository.records.name
  default_workflow_permissions     = "write"
  can_approve_pull_request_reviews = true
}

resource "github_repository_webhook" "records" {
  repository = github_repository.records.name
  events     = ["push"]

  configuration {
    url          = "http://hooks.example.com/github"
    content_type = "json"
    insecure_ssl = true
  }
}
