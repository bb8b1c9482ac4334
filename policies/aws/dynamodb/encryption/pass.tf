resource "aws_kms_key" "records" {
  description         = "Records"
  enable_key_rotation = true
}

locals {
  encryption = [{ enabled = true }]
}

resource "aws_dynamodb_table" "visits" {
  name         = "visits"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled = true
  }
  tags = { DataClass = "Internal" }

}

resource "aws_dynamodb_table" "records" {
  name         = "records"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.records.arn
  }
  tags = { DataClass = "PHI" }

}

resource "aws_dynamodb_table" "each" {
  name         = "each"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  dynamic "server_side_encryption" {
    for_each = local.encryption

    content {
      enabled = server_side_encryption.value.enabled
    }
  }

}

