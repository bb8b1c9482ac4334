# Every resource here passes.
provider "aws" {
  default_tags {
    tags = { Owner = "records" }
  }
}

resource "{{.Type}}" "by_default" {}

resource "{{.Type}}" "by_itself" {
  tags = { Owner = "imaging" }
}
