variable "allowed" {
  type = string
}

resource "github_actions_repository_permissions" "records" {
  repository      = "records"
  allowed_actions = var.allowed
}
