# want: pass scanning
# want: pass push_protection
# want: not_applicable alerts
resource "github_repository" "records" {
  name       = "records"
  visibility = "private"

  security_and_analysis {
    secret_scanning {
      status = "enabled"
    }
    secret_scanning_push_protection {
      status = "enabled"
    }
  }
}
