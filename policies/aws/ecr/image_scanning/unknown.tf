variable "scan" {
  type = bool
}

resource "aws_ecr_repository" "by_variable" {
  name = "by-variable"

  image_scanning_configuration {
    scan_on_push = var.scan
  }
}
