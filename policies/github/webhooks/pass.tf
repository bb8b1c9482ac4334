resource "random_password" "hook" {
  length = 40
}

resource "github_repository_webhook" "signed" {
  repository = "records"
  events     = ["push"]

  configuration {
    url          = "https://hooks.example.com/github"
    content_type = "json"
    secret       = random_password.hook.result
  }
}

resource "github_organization_webhook" "all" {
  events = ["push"]

  configuration {
    url          = "https://hooks.example.com/github"
    content_type = "json"
    secret       = random_password.hook.result
  }
}

# want: not_applicable
resource "github_repository_webhook" "off" {
  repository = "records"
  events     = ["push"]
  active     = false

  configuration {
    url          = "http://hooks.example.com"
    content_type = "json"
  }
}
