terraform {
  required_providers {
    github = {
      source  = "integrations/github"
      version = "~> 6.0"
    }
  }
}

resource "github_repository" "claims" {
  name       = "claims"
  visibility = "private"
}

resource "github_repository_ruleset" "claims" {
  name        = "default branch"
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

# Classic protection, by pattern, of a branch that is not called main.
resource "github_repository" "intake" {
  name       = "intake"
  visibility = "private"
}

resource "github_branch_default" "intake" {
  repository = github_repository.intake.name
  branch     = "trunk"
}

resource "github_branch_protection" "intake" {
  repository_id = github_repository.intake.node_id
  pattern       = "trunk"
}

# Through the older API, for several repositories.
resource "github_repository" "service" {
  for_each       = toset(["billing", "portal"])
  name           = each.key
  default_branch = "master"
}

resource "github_branch_protection_v3" "service" {
  for_each   = github_repository.service
  repository = each.value.name
  branch     = each.value.default_branch
}

# By the organization, for some repositories by name and for one by id.
resource "github_repository" "named" {
  name = "ehr-gateway"
}

resource "github_repository" "numbered" {
  name = "archive-reader"
}

resource "github_organization_ruleset" "named" {
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

resource "github_organization_ruleset" "numbered" {
  name        = "readers"
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~ALL"]
      exclude = []
    }
    repository_id = [github_repository.numbered.repo_id]
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
