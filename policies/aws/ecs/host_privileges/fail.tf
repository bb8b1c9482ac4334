resource "aws_ecs_task_definition" "defaults" {
  family = "defaults"
  container_definitions = jsonencode([
    { name = "app", image = "registry.example.com/app:1", readonlyRootFilesystem = true },
    { name = "sidecar", image = "registry.example.com/sidecar:1" },
  ])
}

resource "aws_ecs_task_definition" "builder" {
  family = "builder"
  container_definitions = jsonencode([{
    name                   = "docker"
    image                  = "registry.example.com/dind:27"
    privileged             = true
    readonlyRootFilesystem = true
  }])
}

resource "aws_ecs_task_definition" "monitor" {
  family                = "monitor"
  pid_mode              = "host"
  container_definitions = jsonencode([{ name = "monitor", image = "registry.example.com/monitor:1", readonlyRootFilesystem = true }])
}

resource "aws_ecs_task_definition" "proxy" {
  for_each = { none = null, name = "root", number = "0:0" }

  family                = "proxy-${each.key}"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "proxy", image = "registry.example.com/proxy:1", readonlyRootFilesystem = true, user = each.value }])
}
