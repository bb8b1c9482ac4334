variable "status" {
  type = string
}

# want: unknown scanning
# want: unknown push_protection
# want: not_applicable alerts
resource "github_repository" "records" {
  name = "records"

  security_and_analysis {
    secret_scanning {
      status = var.status
    }
    secret_scanning_push_protection {
      status = var.status
    }
  }
}
