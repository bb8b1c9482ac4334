# want: pass immutable
resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"
}

# want: pass immutable
resource "aws_ecr_repository" "base" {
  name                 = "base"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "latest*"
    filter_type = "WILDCARD"
  }
}

resource "aws_ecr_repository" "records" {
  name                 = "records"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { DataClass = "PHI" }

  encryption_configuration {
    encryption_type = "KMS"
  }
}

resource "aws_ecr_repository_policy" "partner" {
  repository = aws_ecr_repository.app.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    }]
  })
}

data "aws_iam_policy_document" "organization" {
  statement {
    actions = ["ecr:BatchGetImage"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-abcdefghij"]
    }
  }
}

resource "aws_ecr_repository_policy" "organization" {
  repository = aws_ecr_repository.records.name
  policy     = data.aws_iam_policy_document.organization.json
}
