resource "random_password" "hook" {
  length = 40
}

variable "receiver" {
  type = string
}

resource "github_repository_webhook" "signed" {
  repository = "records"
  events     = ["push"]

  configuration {
    url          = var.receiver
    content_type = "json"
    secret       = random_password.hook.result
  }
}
