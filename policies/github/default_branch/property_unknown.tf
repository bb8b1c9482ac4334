# Which repositories have the property, GitHub alone knows.
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
    deletion = true
  }
}
