resource "aws_eks_cluster" "kiosk" {
  name     = "kiosk"
  version  = "1.27"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  tags     = { DataClass = "PHI" }

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_ecr_repository" "kiosk" {
  name = "kiosk"
  tags = { DataClass = "PHI" }
}

resource "aws_ecr_repository_policy" "kiosk" {
  repository = aws_ecr_repository.kiosk.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "ecr:BatchGetImage" }]
  })
}

resource "aws_ecs_task_definition" "kiosk" {
  family = "kiosk"
  container_definitions = jsonencode([{
    name        = "app"
    image       = "app:1"
    environment = [{ name = "DB_PASSWORD", value = "correct-horse" }]
  }])
}
