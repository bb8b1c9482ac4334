resource "github_repository" "records" {
  name = "records"
}

# want: fail reviewers
# want: fail branches
# want: fail administrators
resource "github_repository_environment" "production" {
  repository  = github_repository.records.name
  environment = "production"
}

# want: pass reviewers
# want: fail branches
# want: pass administrators
resource "github_repository_environment" "prod" {
  repository        = github_repository.records.name
  environment       = "prod"
  can_admins_bypass = false

  reviewers {
    users = [1001]
  }

  deployment_branch_policy {
    protected_branches     = false
    custom_branch_policies = true
  }
}

resource "github_repository_environment_deployment_policy" "prod" {
  repository     = github_repository.records.name
  environment    = github_repository_environment.prod.environment
  branch_pattern = "*"
}
