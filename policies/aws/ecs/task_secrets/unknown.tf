variable "db_password" {
  type      = string
  sensitive = true
}

variable "containers" {
  type = string
}

resource "aws_ecs_task_definition" "one_value" {
  family = "one"
  container_definitions = jsonencode([{
    name        = "app"
    image       = "registry.example.com/app:1"
    environment = [{ name = "DB_PASSWORD", value = var.db_password }]
  }])
}

resource "aws_ecs_task_definition" "all" {
  family                = "all"
  container_definitions = var.containers
}

resource "aws_ecs_task_definition" "text" {
  family                = "text"
  container_definitions = "[{\"name\": \"app\", \"environment\": [{\"name\": \"DB_PASSWORD\", \"value\": \"${var.db_password}\"}]}]"
}
