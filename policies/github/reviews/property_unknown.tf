# Which repositories have the property, GitHub alone knows.

# want: unknown approvals
# want: unknown stale
# want: unknown last_push
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
    pull_request {
      required_approving_review_count = 2
      dismiss_stale_reviews_on_push   = true
      require_last_push_approval      = true
    }
  }
}
