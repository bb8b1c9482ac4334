variable "protected" {
  type = bool
}

resource "aws_dynamodb_table" "by_variable" {
  name         = "by_variable"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
  deletion_protection_enabled = var.protected
  tags                        = { DataClass = "PHI" }

}

