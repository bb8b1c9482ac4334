# want: pass alerts
# want: pass updates
# want: not_applicable age
resource "github_repository" "records" {
  name = "records"
}

resource "github_repository_vulnerability_alerts" "records" {
  repository = github_repository.records.name
}

resource "github_repository_dependabot_security_updates" "records" {
  repository = github_repository.records.name
  enabled    = true
}

# By the argument that the resource replaced, and a file.
# want: pass alerts
# want: pass updates
# want: not_applicable age
resource "github_repository" "claims" {
  name                 = "claims"
  vulnerability_alerts = true
}

resource "github_repository_file" "dependabot" {
  repository = github_repository.claims.name
  file       = ".github/dependabot.yml"
  content    = file("${path.module}/dependabot.yml")
}

# want: not_applicable alerts
# want: not_applicable updates
# want: not_applicable age
resource "github_repository" "old" {
  name     = "old"
  archived = true
}
