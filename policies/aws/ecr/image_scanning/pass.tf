resource "aws_ecr_repository" "app" {
  for_each = toset(["clinic/app", "clinic/worker"])
  name     = each.key

  image_scanning_configuration {
    scan_on_push = true
  }
}
