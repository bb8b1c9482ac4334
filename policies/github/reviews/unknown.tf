variable "reviews" {
  type = number
}

# want: unknown approvals
# want: unknown stale
# want: unknown last_push
resource "github_repository" "records" {
  name = "records"
}

resource "github_repository_ruleset" "records" {
  name        = "records"
  repository  = github_repository.records.name
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
      required_approving_review_count = var.reviews
      dismiss_stale_reviews_on_push   = var.reviews > 0
      require_last_push_approval      = var.reviews > 0
    }
  }
}
