variable "enforcement" {
  type = string
}

resource "github_repository" "records" {
  name = "records"
}

resource "github_repository_ruleset" "records" {
  name        = "default branch"
  repository  = github_repository.records.name
  target      = "branch"
  enforcement = var.enforcement

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = []
    }
  }

  rules {
    deletion = true
  }
}
