variable "tag" {
  type = string
}

locals {
  containers = {
    app    = { port = 8080, user = "1000:1000" }
    worker = { port = null, user = "app" }
  }
}

resource "aws_ecs_task_definition" "service" {
  family                   = "intake"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "256"
  memory                   = "512"

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  container_definitions = jsonencode([for name, c in local.containers : {
    name                   = name
    image                  = "registry.example.com/${name}:${var.tag}"
    user                   = c.user
    privileged             = false
    readonlyRootFilesystem = true
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp" }]
  }])

  volume {
    name = "tmp"
  }
}

resource "aws_ecs_task_definition" "agent" {
  family       = "agent"
  network_mode = "host"
  pid_mode     = "task"

  container_definitions = <<-EOT
    [
      {
        "name": "agent",
        "image": "registry.example.com/agent:3",
        "user": "10001",
        "readonlyRootFilesystem": true
      }
    ]
  EOT
}

# Windows has no read-only root filesystem.
resource "aws_ecs_task_definition" "viewer" {
  family                   = "viewer"
  requires_compatibilities = ["FARGATE"]

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  container_definitions = jsonencode([{ name = "viewer", image = "registry.example.com/viewer:1" }])
}
