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
    required_signatures = true
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

  require_signed_commits = true
}

# Through the older API.
resource "github_repository" "portal" {
  name           = "portal"
  default_branch = "master"
}

resource "github_branch_protection_v3" "portal" {
  repository = github_repository.portal.name
  branch     = github_repository.portal.default_branch

  require_signed_commits = true
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
    required_signatures = true
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
    required_signatures = true
  }
}

# want: not_applicable
resource "github_repository" "old" {
  name     = "old"
  archived = true
}
