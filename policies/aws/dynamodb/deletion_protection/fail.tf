variable "protected" {
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
  tags = { DataClass = "PHI" }

}

resource "aws_dynamodb_table" "off" {
  name         = "off"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
  deletion_protection_enabled = var.protected
  tags                        = { DataClass = "PHI" }

}

