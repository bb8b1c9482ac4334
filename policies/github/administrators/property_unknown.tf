# Which repositories have the property, GitHub alone knows.

# want: unknown people
# want: unknown list
resource "github_repository" "records" {
  name = "records"
}

resource "github_organization_ruleset" "clinical" {
  name        = "clinical"
  target      = "branch"
  enforcement = "active"

  bypass_actors {
    actor_id    = 1
    actor_type  = "OrganizationAdmin"
    bypass_mode = "always"
  }

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = []
    }
    repository_property {
      include = [{ name = "data", property_values = ["phi"] }]
      exclude = []
    }
  }

  rules {
    deletion = true
  }
}

resource "github_branch_protection" "records" {
  repository_id  = github_repository.records.node_id
  pattern        = "main"
  enforce_admins = true
}
