variable "admins" {
  type = bool
}

# want: unknown people
# want: unknown list
resource "github_repository" "records" {
  name = "records"
}

resource "github_branch_protection" "records" {
  repository_id = github_repository.records.node_id
  pattern       = "main"

  enforce_admins = var.admins
}
