resource "github_repository" "bare" {
  name = "bare"
}

# A ruleset that is only evaluated.
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
      exclude = []
    }
  }

  rules {
    deletion = true
  }
}

# Protection of other branches.
resource "github_repository" "releases" {
  name = "releases"
}

resource "github_branch_protection" "releases" {
  repository_id = github_repository.releases.node_id
  pattern       = "release/*"
}

# The organization leaves it out.
resource "github_repository" "sandbox" {
  name = "sandbox"
}

resource "github_organization_ruleset" "all" {
  name        = "all but one"
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = []
    }
    repository_name {
      include = ["~ALL"]
      exclude = ["sandbox", "bare", "trial", "releases"]
    }
  }

  rules {
    deletion = true
  }
}
