variable "containers" {
  type = string
}

variable "public" {
  type = bool
}

variable "transit_encryption" {
  type = string
}

variable "exec_configuration" {
  type = list(object({ key = string, bucket = string }))
}

resource "aws_ecs_task_definition" "all" {
  family                = "all"
  container_definitions = var.containers
}

resource "aws_ecs_task_definition" "files" {
  family                = "files"
  container_definitions = jsonencode([{ name = "app", image = "registry.example.com/app:1", logConfiguration = { logDriver = "awslogs" } }])

  volume {
    name = "scans"

    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = var.transit_encryption
    }
  }
}

resource "aws_ecs_service" "maybe_public" {
  name            = "maybe-public"
  task_definition = "app:1"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = var.public
  }
}

resource "aws_ecs_cluster" "main" {
  name = "main"

  dynamic "configuration" {
    for_each = var.exec_configuration

    content {
      execute_command_configuration {
        kms_key_id = configuration.value.key
        logging    = "OVERRIDE"

        log_configuration {
          s3_bucket_name = configuration.value.bucket
        }
      }
    }
  }
}
