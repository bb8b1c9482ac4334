resource "aws_ecs_service" "breaker" {
  name            = "breaker"
  task_definition = "records:1"
  tags            = { DataClass = "PHI" }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_ecs_service" "alarmed" {
  name            = "alarmed"
  task_definition = "records:1"
  tags            = { DataClass = "PHI" }

  alarms {
    alarm_names = ["records-errors"]
    enable      = true
    rollback    = true
  }
}

resource "aws_ecs_service" "code_deploy" {
  name            = "code-deploy"
  task_definition = "records:1"
  tags            = { DataClass = "PHI" }

  deployment_controller {
    type = "CODE_DEPLOY"
  }
}

resource "aws_ecs_service" "gradual" {
  for_each = toset(["BLUE_GREEN", "LINEAR", "CANARY"])

  name            = "gradual-${lower(each.key)}"
  task_definition = "records:1"
  tags            = { DataClass = "PHI" }

  deployment_configuration {
    strategy             = each.key
    bake_time_in_minutes = 10
  }
}

# Nothing says that it holds PHI.
resource "aws_ecs_service" "website" {
  name            = "website"
  task_definition = "website:1"
}
