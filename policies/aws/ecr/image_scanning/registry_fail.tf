resource "aws_ecr_registry_scanning_configuration" "this" {
  scan_type = "ENHANCED"

  rule {
    scan_frequency = "CONTINUOUS_SCAN"

    repository_filter {
      filter      = "clinic/*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_repository" "other" {
  name = "other"
}

# Enhanced scanning does not look at the repository's own setting.
resource "aws_ecr_repository" "on_push" {
  name = "on-push"

  image_scanning_configuration {
    scan_on_push = true
  }
}
