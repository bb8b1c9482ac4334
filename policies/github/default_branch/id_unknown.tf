# Which repository the number is of, GitHub alone knows.
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
    repository_id = [4711]
  }

  rules {
    deletion = true
  }
}
