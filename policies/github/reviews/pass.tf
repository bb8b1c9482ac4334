resource "github_repository" "claims" {
  name = "claims"
}

resource "github_repository_ruleset" "claims" {
  name        = "claims"
  repository  = github_repository.claims.name
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = ["refs/heads/wip/**"]
    }
  }

  rules {
    pull_request {
      required_approving_review_count = 1
      dismiss_stale_reviews_on_push   = true
      require_last_push_approval      = true
    }
  }
}

# Classic protection of a branch that is not called main.
resource "github_repository" "intake" {
  name = "intake"
}

resource "github_branch_default" "intake" {
  repository = github_repository.intake.name
  branch     = "trunk"
}

resource "github_branch_protection" "intake" {
  repository_id = github_repository.intake.node_id
  pattern       = "trunk"

  required_pull_request_reviews {
    required_approving_review_count = 1
    dismiss_stale_reviews           = true
    require_last_push_approval      = true
  }
}

# Through the older API.
resource "github_repository" "portal" {
  name           = "portal"
  default_branch = "master"
}

resource "github_branch_protection_v3" "portal" {
  repository = github_repository.portal.name
  branch     = github_repository.portal.default_branch

  required_pull_request_reviews {
    required_approving_review_count = 1
    dismiss_stale_reviews           = true
    require_last_push_approval      = true
  }
}

# By the organization, for repositories by name and for one by id.
resource "github_repository" "gateway" {
  name = "ehr-gateway"
}

resource "github_repository" "reader" {
  name = "reader"
}

resource "github_organization_ruleset" "clinical" {
  name        = "clinical"
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["refs/heads/main"]
      exclude = ["refs/heads/wip/**"]
    }
    repository_name {
      include = ["ehr-*"]
      exclude = ["ehr-sandbox"]
    }
  }

  rules {
    pull_request {
      required_approving_review_count = 1
      dismiss_stale_reviews_on_push   = true
      require_last_push_approval      = true
    }
  }
}

resource "github_organization_ruleset" "readers" {
  name        = "readers"
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~ALL"]
      exclude = []
    }
    repository_id = [github_repository.reader.repo_id]
  }

  rules {
    pull_request {
      required_approving_review_count = 1
      dismiss_stale_reviews_on_push   = true
      require_last_push_approval      = true
    }
  }
}

# want: not_applicable
resource "github_repository" "old" {
  name     = "old"
  archived = true
}

# With PHI: two.
resource "github_repository" "patients" {
  name   = "patients"
  topics = ["phi"]
}

resource "github_branch_protection" "patients" {
  repository_id = github_repository.patients.node_id
  pattern       = "main"

  required_pull_request_reviews {
    required_approving_review_count = 2
    dismiss_stale_reviews           = true
    require_last_push_approval      = true
  }
}
