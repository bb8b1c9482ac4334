# want: fail people
# want: pass list
resource "github_repository" "bare" {
  name = "bare"
}

# want: fail people
# want: pass list
resource "github_repository" "lax" {
  name = "lax"
}

resource "github_branch_protection" "lax" {
  repository_id = github_repository.lax.node_id
  pattern       = "main"

  enforce_admins = false
}

# want: fail people
# want: fail list
resource "github_repository" "open" {
  name = "open"
}

resource "github_repository_ruleset" "open" {
  name        = "open"
  repository  = github_repository.open.name
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
    bypass_mode = "always"
  }

  rules {
    deletion = true
  }
}

# want: fail people
# want: fail list
resource "github_repository" "web" {
  name = "ehr-web"
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

  bypass_actors {
    actor_type  = "OrganizationAdmin"
    bypass_mode = "exempt"
  }

  rules {
    deletion = true
  }
}
