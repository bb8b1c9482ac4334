# A repository with PHI of which everything is in order, as sound.json answers it live.
resource "github_repository" "records" {
  name                 = "records"
  visibility           = "private"
  allow_forking        = false
  topics               = ["phi"]
  vulnerability_alerts = true

  security_and_analysis {
    secret_scanning {
      status = "enabled"
    }
    secret_scanning_push_protection {
      status = "enabled"
    }
  }
}

resource "github_branch_default" "records" {
  repository = github_repository.records.name
  branch     = "trunk"
}

# What classic protection lacks, the ruleset demands.
resource "github_branch_protection" "records" {
  repository_id          = github_repository.records.node_id
  pattern                = "trunk"
  enforce_admins         = true
  require_signed_commits = true

  required_status_checks {
    strict   = true
    contexts = ["build"]
  }
}

resource "github_repository_ruleset" "records" {
  name        = "default branch"
  repository  = github_repository.records.name
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = []
    }
  }

  rules {
    deletion         = true
    non_fast_forward = true

    pull_request {
      required_approving_review_count = 2
      dismiss_stale_reviews_on_push   = true
      require_code_owner_review       = true
      require_last_push_approval      = true
    }

    required_status_checks {
      required_check {
        context = "CodeQL"
      }
    }
  }
}

resource "github_repository_file" "owners" {
  repository = github_repository.records.name
  file       = ".github/CODEOWNERS"
  content    = "* @acme/platform"
}

resource "github_repository_file" "codeql" {
  repository = github_repository.records.name
  file       = ".github/workflows/codeql.yml"
  content    = "jobs: {analyze: {steps: [{uses: github/codeql-action/analyze@v4}]}}"
}

resource "github_repository_dependabot_security_updates" "records" {
  repository = github_repository.records.name
  enabled    = true
}

resource "github_repository_environment" "production" {
  repository        = github_repository.records.name
  environment       = "production"
  can_admins_bypass = false

  reviewers {
    users = [2]
  }

  deployment_branch_policy {
    protected_branches     = true
    custom_branch_policies = false
  }
}

resource "github_organization_settings" "acme" {
  billing_email                 = "billing@example.com"
  default_repository_permission = "none"
}

resource "github_repository_collaborator" "auditor" {
  repository = github_repository.records.name
  username   = "auditor"
  permission = "pull"
}

resource "github_actions_repository_permissions" "records" {
  repository      = github_repository.records.name
  allowed_actions = "selected"
}

resource "github_workflow_repository_permissions" "records" {
  repository                   = github_repository.records.name
  default_workflow_permissions = "read"
}

resource "github_repository_webhook" "records" {
  repository = github_repository.records.name
  events     = ["push"]

  configuration {
    url          = "https://hooks.example.com/github"
    content_type = "json"
    secret       = "synthetic"
  }
}
