variable "recovery" {
  type = bool
}

resource "aws_dynamodb_table" "by_variable" {
  name         = "by-variable"
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

resource "aws_dynamodb_table" "perhaps_a_block" {
  name         = "perhaps-a-block"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  dynamic "point_in_time_recovery" {
    for_each = var.recovery ? [1] : []

    content {
      enabled = true
    }
  }
}
