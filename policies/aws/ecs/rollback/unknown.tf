variable "rollback" {
  type = bool
}

variable "strategy" {
  type = string
}

resource "aws_ecs_service" "breaker" {
  name            = "breaker"
  task_definition = "records:1"
  tags            = { DataClass = "PHI" }

  deployment_circuit_breaker {
    enable   = true
    rollback = var.rollback
  }
}

resource "aws_ecs_service" "strategy" {
  name            = "strategy"
  task_definition = "records:1"
  tags            = { DataClass = "PHI" }

  deployment_configuration {
    strategy = var.strategy
  }
}
