variable "visibility" {
  type = string
}

resource "github_repository" "records" {
  name       = "records"
  visibility = var.visibility
  topics     = ["phi"]
}
