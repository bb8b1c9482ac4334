variable "recovery" {
  type    = bool
  default = true
}

locals {
  tables = {
    sessions     = { key = "session", recovery = true }
    appointments = { key = "id", recovery = true }
  }
}

resource "aws_dynamodb_table" "charts" {
  name         = "charts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled                 = true
    recovery_period_in_days = 35
  }

  tags = { DataClass = "PHI" }
}

resource "aws_dynamodb_table" "by_name" {
  for_each = local.tables

  name         = each.key
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = each.value.key

  attribute {
    name = each.value.key
    type = "S"
  }

  dynamic "point_in_time_recovery" {
    for_each = each.value.recovery ? [1] : []

    content {
      enabled = true
    }
  }
}

resource "aws_dynamodb_table" "events" {
  name         = "events"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = var.recovery
  }
}
