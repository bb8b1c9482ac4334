variable "checks" {
  type = list(string)
}

# want: unknown required
# want: unknown security
# want: unknown strict
resource "github_repository" "records" {
  name = "records"
}

resource "github_branch_protection" "records" {
  repository_id = github_repository.records.node_id
  pattern       = "main"

  required_status_checks {
    strict   = true
    contexts = var.checks
  }
}
