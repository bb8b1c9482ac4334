variable "tag" {
  type = string
}

resource "aws_secretsmanager_secret" "db" {
  name = "clinic/db"
}

resource "aws_ecs_task_definition" "app" {
  family = "app"

  # The tag is not known, what matters is.
  container_definitions = jsonencode([{
    name        = "app"
    image       = "registry.example.com/app:${var.tag}"
    environment = [for name, value in { DB_HOST = "db.internal", LOG_LEVEL = "info" } : { name = name, value = value }]
    secrets     = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn }]
  }])
}

resource "aws_ecs_task_definition" "text" {
  family = "text"

  container_definitions = <<-EOT
    [
      {
        "name": "proxy",
        "image": "registry.example.com/proxy:1",
        "environment": [{"name": "UPSTREAM", "value": "https://app.internal"}]
      },
      {"name": "logs", "image": "registry.example.com/logs:1"}
    ]
  EOT
}
