variable "recovery" {
  type    = bool
  default = false
}

resource "aws_dynamodb_table" "omitted" {
  name         = "omitted"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "off" {
  name         = "off"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = false
  }

  tags = { DataClass = "PHI" }
}

resource "aws_dynamodb_table" "no_block" {
  name         = "no-block"
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
