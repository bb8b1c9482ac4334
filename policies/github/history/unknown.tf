variable "forced" {
  type = bool
}

# want: unknown force_push
# want: unknown deletion
resource "github_repository" "records" {
  name = "records"
}

resource "github_branch_protection" "records" {
  repository_id = github_repository.records.node_id
  pattern       = "main"

  allows_force_pushes = var.forced
  allows_deletions    = var.forced
}
