resource "aws_ecs_cluster" "bare" {
  name = "bare"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster" "each_task_decides" {
  name = "each-task-decides"

  configuration {
    execute_command_configuration {
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      logging    = "DEFAULT"
    }
  }
}

resource "aws_ecs_cluster" "unlogged" {
  name = "unlogged"

  configuration {
    execute_command_configuration {
      kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      logging    = "NONE"
    }
  }
}

resource "aws_ecs_cluster" "no_key" {
  name = "no-key"

  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"

      log_configuration {
        cloud_watch_log_group_name = "/ecs/exec"
      }
    }
  }
}

resource "aws_ecs_task_definition" "silent" {
  family = "silent"

  container_definitions = <<-EOT
    [
      {"name": "app", "image": "registry.example.com/app:1", "logConfiguration": {"logDriver": "awslogs"}},
      {"name": "sidecar", "image": "registry.example.com/sidecar:1"}
    ]
  EOT
}

resource "aws_ecs_task_definition" "plain_files" {
  for_each = { default = null, off = "DISABLED" }

  family                = "plain-files-${each.key}"
  container_definitions = jsonencode([{ name = "app", image = "registry.example.com/app:1", logConfiguration = { logDriver = "awslogs" } }])

  volume {
    name = "scans"

    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = each.value
    }
  }
}

resource "aws_ecs_service" "public" {
  name            = "public"
  cluster         = aws_ecs_cluster.bare.id
  task_definition = aws_ecs_task_definition.silent.arn
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = true
  }
}
