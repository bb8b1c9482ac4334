# want: pass review
# want: pass file
# want: not_applicable valid
# want: not_applicable directories
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
      require_code_owner_review = true
    }
  }
}

# Classic protection of a branch that is not called main.
# want: pass review
# want: pass file
# want: not_applicable valid
# want: not_applicable directories
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
    require_code_owner_reviews = true
  }
}

# Through the older API.
# want: pass review
# want: pass file
# want: not_applicable valid
# want: not_applicable directories
resource "github_repository" "portal" {
  name           = "portal"
  default_branch = "master"
}

resource "github_branch_protection_v3" "portal" {
  repository = github_repository.portal.name
  branch     = github_repository.portal.default_branch

  required_pull_request_reviews {
    require_code_owner_reviews = true
  }
}

# By the organization, for repositories by name and for one by id.
# want: pass review
# want: pass file
# want: not_applicable valid
# want: not_applicable directories
resource "github_repository" "gateway" {
  name = "ehr-gateway"
}

# want: pass review
# want: pass file
# want: not_applicable valid
# want: not_applicable directories
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
      require_code_owner_review = true
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
      require_code_owner_review = true
    }
  }
}

resource "github_repository_file" "claims" {
  repository = github_repository.claims.name
  file       = ".github/CODEOWNERS"
  content    = "* @acme/platform"
}

resource "github_repository_file" "intake" {
  repository = github_repository.intake.name
  file       = "CODEOWNERS"
  content    = "* @acme/platform"
}

resource "github_repository_file" "portal" {
  repository = github_repository.portal.name
  file       = "docs/CODEOWNERS"
  content    = "* @acme/platform"
}

resource "github_repository_file" "gateway" {
  repository = github_repository.gateway.name
  file       = "CODEOWNERS"
  content    = "* @acme/platform"
}

resource "github_repository_file" "reader" {
  repository = github_repository.reader.name
  file       = "CODEOWNERS"
  content    = "* @acme/platform"
}

# want: not_applicable review
# want: not_applicable file
# want: not_applicable valid
# want: not_applicable directories
resource "github_repository" "old" {
  name     = "old"
  archived = true
}
