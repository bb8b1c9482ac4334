# want: fail force_push
# want: fail deletion
resource "github_repository" "bare" {
  name = "bare"
}

# want: fail force_push
# want: fail deletion
resource "github_repository" "trial" {
  name = "trial"
}

resource "github_repository_ruleset" "trial" {
  name        = "trial"
  repository  = github_repository.trial.name
  target      = "branch"
  enforcement = "disabled"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = ["refs/heads/wip/**"]
    }
  }

  rules {
    non_fast_forward = true
    deletion         = true
  }
}

# want: fail force_push
# want: fail deletion
resource "github_repository" "lax" {
  name = "lax"
}

resource "github_branch_protection" "lax" {
  repository_id = github_repository.lax.node_id
  pattern       = "main"

  allows_force_pushes = true
  allows_deletions    = true
}

# want: pass force_push
# want: fail deletion
resource "github_repository" "half" {
  name = "half"
}

resource "github_repository_ruleset" "half" {
  name        = "half"
  repository  = github_repository.half.name
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = ["refs/heads/wip/**"]
    }
  }

  rules {
    non_fast_forward = true
  }
}
