# want: fail scanning
# want: fail push_protection
# want: not_applicable alerts
resource "github_repository" "bare" {
  name       = "bare"
  visibility = "private"
}

# want: pass scanning
# want: fail push_protection
# want: not_applicable alerts
resource "github_repository" "half" {
  name       = "half"
  visibility = "private"

  security_and_analysis {
    secret_scanning {
      status = "enabled"
    }
    secret_scanning_push_protection {
      status = "disabled"
    }
  }
}
