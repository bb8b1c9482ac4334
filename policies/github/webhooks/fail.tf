resource "random_password" "hook" {
  length = 40
}

resource "github_repository_webhook" "plain" {
  repository = "records"
  events     = ["push"]

  configuration {
    url          = "http://hooks.example.com"
    content_type = "json"
    secret       = random_password.hook.result
  }
}

resource "github_repository_webhook" "unverified" {
  repository = "records"
  events     = ["push"]

  configuration {
    url          = "https://hooks.example.com/github"
    content_type = "json"
    insecure_ssl = true
    secret       = random_password.hook.result
  }
}

resource "github_organization_webhook" "unsigned" {
  events = ["push"]

  configuration {
    url          = "https://hooks.example.com/github"
    content_type = "json"
  }
}
