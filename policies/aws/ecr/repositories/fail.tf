# want: fail immutable
resource "aws_ecr_repository" "default" {
  name = "default"
}

# want: fail immutable
resource "aws_ecr_repository" "mutable" {
  name                 = "mutable"
  image_tag_mutability = "MUTABLE"
}

# want: pass immutable
# want: fail encrypted
resource "aws_ecr_repository" "records" {
  name                 = "records"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { DataClass = "PHI" }

  encryption_configuration {
    encryption_type = "AES256"
  }
}

resource "aws_ecr_repository_policy" "open" {
  repository = aws_ecr_repository.default.name

  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]}]
    }
  EOT
}
