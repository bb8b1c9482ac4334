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
  family       = "kiosk"
  network_mode = "host"
  pid_mode     = "host"
  container_definitions = jsonencode([{
    name        = "app"
    image       = "app:1"
    privileged  = true
    environment = [{ name = "DB_PASSWORD", value = "correct-horse" }]
  }])

  volume {
    name = "scans"

    efs_volume_configuration {
      file_system_id = "fs-0123456789abcdef0"
    }
  }
}

resource "aws_ecs_cluster" "kiosk" {
  name = "kiosk"
}

resource "aws_ecs_service" "kiosk" {
  name            = "kiosk"
  cluster         = aws_ecs_cluster.kiosk.arn
  task_definition = aws_ecs_task_definition.kiosk.arn
  launch_type     = "FARGATE"
  tags            = { DataClass = "PHI" }

  network_configuration {
    subnets          = [for s in aws_subnet.open : s.id]
    security_groups  = [aws_security_group.open.id]
    assign_public_ip = true
  }
}
