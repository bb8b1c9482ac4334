resource "github_organization_settings" "acme" {
  billing_email = "billing@example.com"
}

resource "github_repository_collaborator" "auditor" {
  repository = "records"
  username   = "auditor"
  permission = "pull"
}

resource "github_repository_collaborators" "records" {
  repository = "records"

  user {
    permission = "push"
    username   = "contractor"
  }

  team {
    permission = "admin"
    team_id    = "platform"
  }
}

resource "github_repository_deploy_key" "deploy" {
  repository = "records"
  title      = "deploy"
  key        = "ssh-ed25519 AAAA"
  read_only  = true
}
