variable "watched" {
  type = bool
}

# want: unknown alerts
# want: unknown updates
# want: not_applicable age
resource "github_repository" "records" {
  name = "records"
}

resource "github_repository_vulnerability_alerts" "records" {
  repository = github_repository.records.name
  enabled    = var.watched
}
