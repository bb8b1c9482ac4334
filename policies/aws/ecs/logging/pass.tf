data "aws_region" "current" {}

resource "aws_kms_key" "exec" {
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "exec" {
  name = "/ecs/exec"
}

resource "aws_ecs_cluster" "main" {
  name = "main"

  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.exec.arn
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.exec.name
      }
    }
  }
}

resource "aws_ecs_cluster" "archive" {
  name = "archive"

  configuration {
    execute_command_configuration {
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      logging    = "OVERRIDE"

      log_configuration {
        s3_bucket_name = "exec-sessions"
      }
    }
  }
}

resource "aws_efs_file_system" "scans" {
  encrypted = true
}

locals {
  logs = {
    logDriver = "awslogs"
    options   = { awslogs-group = "/ecs/intake", awslogs-region = data.aws_region.current.name, awslogs-stream-prefix = "ecs" }
  }
}

resource "aws_ecs_task_definition" "intake" {
  family       = "intake"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    { name = "app", image = "registry.example.com/app:1", logConfiguration = { logDriver = "awsfirelens" } },
    { name = "router", image = "registry.example.com/fluent-bit:3", logConfiguration = local.logs },
  ])

  dynamic "volume" {
    for_each = toset(["scans", "reports"])
    content {
      name = volume.value
      efs_volume_configuration {
        file_system_id     = aws_efs_file_system.scans.id
        transit_encryption = "ENABLED"
      }
    }
  }
}

resource "aws_ecs_service" "intake" {
  name            = "intake"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.intake.arn
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = false
  }
}

# The tasks have the network of their hosts, or say nothing.
resource "aws_ecs_service" "bridged" {
  name            = "bridged"
  cluster         = aws_ecs_cluster.main.name
  task_definition = "bridged:3"
}

resource "aws_ecs_service" "silent" {
  name            = "silent"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = "silent:3"

  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}
