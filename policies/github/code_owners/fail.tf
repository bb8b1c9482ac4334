# want: fail review
# want: unknown file
# want: not_applicable valid
# want: not_applicable directories
resource "github_repository" "bare" {
  name = "bare"
}

# want: fail review
# want: unknown file
# want: not_applicable valid
# want: not_applicable directories
resource "github_repository" "lax" {
  name = "lax"
}

resource "github_branch_protection" "lax" {
  repository_id = github_repository.lax.node_id
  pattern       = "main"

  required_pull_request_reviews {
    require_code_owner_reviews = false
  }
}

# want: fail review
# want: pass file
# want: not_applicable valid
# want: not_applicable directories
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
      require_code_owner_review = true
    }
  }
}

resource "github_repository_file" "trial" {
  repository = github_repository.trial.name
  file       = "CODEOWNERS"
  content    = "* @acme/platform"
}
