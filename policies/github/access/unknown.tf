variable "permission" {
  type = string
}

resource "github_organization_settings" "acme" {
  billing_email                 = "billing@example.com"
  default_repository_permission = var.permission
}

resource "github_repository_collaborator" "contractor" {
  repository = "records"
  username   = "contractor"
  permission = var.permission
}
