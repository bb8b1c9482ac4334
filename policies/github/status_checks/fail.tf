# want: fail required
# want: fail strict
# want: fail security
resource "github_repository" "bare" {
  name = "bare"
}

# want: fail required
# want: fail strict
# want: fail security
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
    required_status_checks {
      strict_required_status_checks_policy = true

      required_check {
        context = "secret-scan"
      }
    }
  }
}

# want: pass required
# want: fail strict
# want: fail security
resource "github_repository" "lax" {
  name = "lax"
}

resource "github_branch_protection" "lax" {
  repository_id = github_repository.lax.node_id
  pattern       = "main"

  required_status_checks {
    contexts = ["unit-tests"]
  }
}

# want: pass required
# want: fail strict
# want: pass security
resource "github_repository" "behind" {
  name = "behind"
}

resource "github_repository_ruleset" "behind" {
  name        = "behind"
  repository  = github_repository.behind.name
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = ["refs/heads/wip/**"]
    }
  }

  rules {
    required_status_checks {
      required_check {
        context = "gitleaks"
      }
    }
  }
}
