variable "tag" {
  type = string
}

variable "db_password" {
  type      = string
  sensitive = true
  default   = "correct-horse"
}

resource "random_password" "db" {
  length = 20
}

locals {
  containers = [{
    name        = "app"
    image       = "registry.example.com/app:${var.tag}"
    environment = [{ name = "DB_HOST", value = "db.internal" }, { name = "DB_PASSWORD", value = var.db_password }]
  }]
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = jsonencode(local.containers)
}

resource "aws_ecs_task_definition" "generated" {
  family = "generated"
  container_definitions = jsonencode([{
    name        = "app"
    image       = "registry.example.com/app:1"
    environment = [{ name = "DB_PASSWORD", value = random_password.db.result }]
  }])
}

# The provider reads names whatever their case.
resource "aws_ecs_task_definition" "capitals" {
  family = "capitals"
  container_definitions = jsonencode([{
    Name        = "app"
    Image       = "registry.example.com/app:1"
    Environment = [{ Name = "API_KEY", Value = "9b74c9897bac770f" }]
  }])
}

# A part of the text is not known, and another is enough.
resource "aws_ecs_task_definition" "template" {
  family = "template"

  container_definitions = <<-EOT
    [{
      "name": "app",
      "image": "registry.example.com/app:${var.tag}",
      "environment": [{"name": "DB_PASSWORD", "value": "correct-horse"}]
    }]
  EOT
}

resource "aws_ecs_task_definition" "text" {
  family = "text"

  container_definitions = <<-EOT
    [
      {"name": "logs", "image": "registry.example.com/logs:1"},
      {
        "name": "app",
        "image": "registry.example.com/app:1",
        "environment": [{"name": "DATABASE_URL", "value": "postgres://app:correct-horse@db.internal/records"}]
      }
    ]
  EOT
}
