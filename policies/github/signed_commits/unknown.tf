variable "signed" {
  type = bool
}

resource "github_repository" "records" {
  name = "records"
}

resource "github_branch_protection" "records" {
  repository_id = github_repository.records.node_id
  pattern       = "main"

  require_signed_commits = var.signed
}
