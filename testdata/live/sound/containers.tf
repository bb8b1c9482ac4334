resource "aws_eks_cluster" "viewer" {
  name                      = "viewer"
  version                   = "1.35"
  role_arn                  = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/eks"
  enabled_cluster_log_types = ["api", "audit", "authenticator"]
  tags                      = { DataClass = "PHI" }

  vpc_config {
    subnet_ids              = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    endpoint_public_access  = false
    endpoint_private_access = true
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
}

resource "aws_ecr_repository" "viewer" {
  name                 = "viewer"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { DataClass = "PHI" }

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

resource "aws_ecr_repository_policy" "viewer" {
  repository = aws_ecr_repository.viewer.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::444455556666:root" }, Action = "ecr:BatchGetImage" }]
  })
}

resource "aws_ecs_task_definition" "viewer" {
  family       = "viewer"
  network_mode = "awsvpc"
  container_definitions = jsonencode([{
    name                   = "app"
    image                  = "app:1"
    user                   = "1000"
    readonlyRootFilesystem = true
    logConfiguration       = { logDriver = "awslogs" }
  }])
}

resource "aws_ecs_cluster" "viewer" {
  name = "viewer"

  configuration {
    execute_command_configuration {
      kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_log_group_name = "viewer"
      }
    }
  }
}

resource "aws_ecs_service" "viewer" {
  name            = "viewer"
  cluster         = aws_ecs_cluster.viewer.arn
  task_definition = aws_ecs_task_definition.viewer.arn
  launch_type     = "FARGATE"
  tags            = { DataClass = "PHI" }

  deployment_controller {
    type = "CODE_DEPLOY"
  }

  network_configuration {
    subnets         = [for s in aws_subnet.clinic : s.id]
    security_groups = [aws_security_group.clinic.id]
  }
}
