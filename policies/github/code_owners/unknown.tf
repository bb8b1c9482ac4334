variable "owners" {
  type = bool
}

# want: unknown review
# want: unknown file
# want: not_applicable valid
# want: not_applicable directories
resource "github_repository" "records" {
  name = "records"
}

resource "github_branch_protection" "records" {
  repository_id = github_repository.records.node_id
  pattern       = "main"

  required_pull_request_reviews {
    require_code_owner_reviews = var.owners
  }
}
