# Which repositories have the property, GitHub alone knows.

# want: unknown force_push
# want: unknown deletion
resource "github_repository" "records" {
  name = "records"
}

resource "github_organization_ruleset" "clinical" {
  name        = "clinical"
  target      = "branch"
  enforcement = "active"

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
    deletion         = true
    non_fast_forward = true
  }
}
