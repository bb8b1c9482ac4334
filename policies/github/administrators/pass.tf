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
    deletion = true
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

  enforce_admins = true
}

# Through the older API.
resource "github_repository" "portal" {
  name           = "portal"
  default_branch = "master"
}

resource "github_branch_protection_v3" "portal" {
  repository = github_repository.portal.name
  branch     = github_repository.portal.default_branch

  enforce_admins = true
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
    deletion = true
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
    deletion = true
  }
}

# want: not_applicable
resource "github_repository" "old" {
  name     = "old"
  archived = true
}

# Administrators may bypass it in pull requests, where it is seen.
# want: pass people
# want: fail list
resource "github_repository" "hotfix" {
  name = "hotfix"
}

resource "github_repository_ruleset" "hotfix" {
  name        = "hotfix"
  repository  = github_repository.hotfix.name
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = ["refs/heads/wip/**"]
    }
  }

  bypass_actors {
    actor_id    = 5
    actor_type  = "RepositoryRole"
    bypass_mode = "pull_request"
  }

  rules {
    deletion = true
  }
}

# A release bot may push.
# want: pass people
# want: fail list
resource "github_repository" "released" {
  name = "released"
}

resource "github_repository_ruleset" "released" {
  name        = "released"
  repository  = github_repository.released.name
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = ["refs/heads/wip/**"]
    }
  }

  bypass_actors {
    actor_id    = 1236702
    actor_type  = "Integration"
    bypass_mode = "always"
  }

  rules {
    deletion = true
  }
}

# So does the organization's ruleset.
# want: pass people
# want: fail list
resource "github_repository" "kiosk" {
  name = "kiosk"
}

resource "github_organization_ruleset" "kiosk" {
  name        = "kiosk"
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["refs/heads/main"]
      exclude = ["refs/heads/wip/**"]
    }
    repository_name {
      include = ["kiosk"]
      exclude = []
    }
  }

  bypass_actors {
    actor_id    = 5
    actor_type  = "RepositoryRole"
    bypass_mode = "pull_request"
  }

  bypass_actors {
    actor_id    = 1236702
    actor_type  = "Integration"
    bypass_mode = "always"
  }

  rules {
    deletion = true
  }
}
