# want: fail approvals
# want: fail stale
# want: fail last_push
resource "github_repository" "bare" {
  name = "bare"
}

# want: fail approvals
# want: fail stale
# want: fail last_push
resource "github_repository" "trial" {
  name = "trial"
}

resource "github_repository_ruleset" "trial" {
  name        = "trial"
  repository  = github_repository.trial.name
  target      = "branch"
  enforcement = "evaluate"

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

# want: fail stale
# want: fail last_push
# want: pass approvals
resource "github_repository" "lax" {
  name = "lax"
}

resource "github_branch_protection" "lax" {
  repository_id = github_repository.lax.node_id
  pattern       = "main"

  required_pull_request_reviews {
    required_approving_review_count = 1
  }
}

# want: fail approvals
# want: pass stale
# want: pass last_push
resource "github_repository" "patients" {
  name   = "patients"
  topics = ["phi"]
}

resource "github_repository_ruleset" "patients" {
  name        = "patients"
  repository  = github_repository.patients.name
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
