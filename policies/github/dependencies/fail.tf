# want: fail alerts
# want: unknown updates
# want: not_applicable age
resource "github_repository" "bare" {
  name = "bare"
}

# want: fail alerts
# want: unknown updates
# want: not_applicable age
resource "github_repository" "off" {
  name = "off"
}

resource "github_repository_vulnerability_alerts" "off" {
  repository = github_repository.off.name
  enabled    = false
}

resource "github_repository_dependabot_security_updates" "off" {
  repository = github_repository.off.name
  enabled    = false
}
