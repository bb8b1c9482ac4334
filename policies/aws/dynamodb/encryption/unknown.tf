variable "encrypted" {
  type = bool
}

variable "key" {
  type = string
}

variable "encryption" {
  type = list(object({ enabled = bool }))
}

# want: unknown kms
resource "aws_dynamodb_table" "by_variable" {
  name         = "by_variable"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled = var.encrypted
  }

}

# want: pass kms
# want: unknown customer_key
resource "aws_dynamodb_table" "some_key" {
  name         = "some_key"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = var.key
  }
  tags = { DataClass = "PHI" }

}

# want: unknown kms
resource "aws_dynamodb_table" "perhaps" {
  name         = "perhaps"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  dynamic "server_side_encryption" {
    for_each = var.encryption

    content {
      enabled = server_side_encryption.value.enabled
    }
  }

}

