variable "scanned" {
  type = list(string)
}

resource "aws_inspector2_enabler" "this" {
  account_ids    = ["111122223333"]
  resource_types = var.scanned
}

resource "aws_ecr_repository" "intake" {
  name = "intake"
}
