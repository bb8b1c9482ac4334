variable "bypass" {
  type = bool
}

# want: unknown reviewers
# want: unknown branches
# want: unknown administrators
resource "github_repository_environment" "production" {
  repository        = "records"
  environment       = "production"
  can_admins_bypass = var.bypass

  reviewers {
    users = [1001]
  }

  deployment_branch_policy {
    protected_branches     = true
    custom_branch_policies = false
  }
}
