variable "containers" {
  type = string
}

variable "locked_down" {
  type = bool
}

variable "user" {
  type = string
}

variable "pid_mode" {
  type = string
}

resource "aws_ecs_task_definition" "all" {
  family                = "all"
  container_definitions = var.containers
}

resource "aws_ecs_task_definition" "filesystem" {
  family                = "filesystem"
  container_definitions = jsonencode([{ name = "app", image = "registry.example.com/app:1", readonlyRootFilesystem = var.locked_down }])
}

resource "aws_ecs_task_definition" "user" {
  family                = "user"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "app", image = "registry.example.com/app:1", readonlyRootFilesystem = true, user = var.user }])
}

resource "aws_ecs_task_definition" "processes" {
  family                = "processes"
  pid_mode              = var.pid_mode
  container_definitions = jsonencode([{ name = "app", image = "registry.example.com/app:1", readonlyRootFilesystem = true }])
}
