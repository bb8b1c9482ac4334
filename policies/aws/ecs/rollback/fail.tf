resource "aws_ecs_service" "bare" {
  name            = "bare"
  task_definition = "records:1"
  tags            = { DataClass = "PHI" }
}

resource "aws_ecs_service" "stops" {
  name            = "stops"
  task_definition = "records:1"
  tags            = { DataClass = "PHI" }

  deployment_circuit_breaker {
    enable   = true
    rollback = false
  }

  alarms {
    alarm_names = ["records-errors"]
    enable      = false
    rollback    = true
  }

  deployment_configuration {
    strategy = "ROLLING"
  }
}
