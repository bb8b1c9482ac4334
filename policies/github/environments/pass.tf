resource "github_repository" "records" {
  name = "records"
}

resource "github_repository_environment" "production" {
  repository        = github_repository.records.name
  environment       = "production"
  can_admins_bypass = false

  reviewers {
    users = [1001]
  }

  deployment_branch_policy {
    protected_branches     = true
    custom_branch_policies = false
  }
}

resource "github_repository_environment" "live" {
  repository        = github_repository.records.name
  environment       = "Live-eu"
  can_admins_bypass = false

  reviewers {
    teams = [2002]
  }

  deployment_branch_policy {
    protected_branches     = false
    custom_branch_policies = true
  }
}

resource "github_repository_environment_deployment_policy" "live" {
  repository     = github_repository.records.name
  environment    = github_repository_environment.live.environment
  branch_pattern = "release/*"
}

# want: not_applicable
resource "github_repository_environment" "staging" {
  repository  = github_repository.records.name
  environment = "staging"
}

# Any branch may get to staging, which says nothing of the others.
resource "github_repository_environment_deployment_policy" "staging" {
  repository     = github_repository.records.name
  environment    = "staging"
  branch_pattern = "*"
}
