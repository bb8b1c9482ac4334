variable "mutability" {
  type = string
}

variable "encryption" {
  type = string
}

variable "policy" {
  type = string
}

# want: unknown immutable
# want: unknown encrypted
resource "aws_ecr_repository" "records" {
  name                 = "records"
  image_tag_mutability = var.mutability
  tags                 = { DataClass = "PHI" }

  encryption_configuration {
    encryption_type = var.encryption
  }
}

resource "aws_ecr_repository_policy" "by_variable" {
  repository = aws_ecr_repository.records.name
  policy     = var.policy
}
