resource "github_organization_settings" "acme" {
  billing_email                 = "billing@example.com"
  default_repository_permission = "write"
}

resource "github_repository_collaborator" "contractor" {
  repository = "records"
  username   = "contractor"
  permission = "admin"
}

resource "github_repository_collaborators" "claims" {
  repository = "claims"

  user {
    permission = "admin"
    username   = "contractor"
  }
}

resource "github_repository_deploy_key" "deploy" {
  repository = "records"
  title      = "deploy"
  key        = "ssh-ed25519 AAAA"
  read_only  = false
}
