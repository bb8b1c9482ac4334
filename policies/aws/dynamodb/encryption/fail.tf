variable "encrypted" {
  type    = bool
  default = false
}

# want: fail kms
resource "aws_dynamodb_table" "omitted" {
  name         = "omitted"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

}

# want: fail kms
resource "aws_dynamodb_table" "off" {
  name         = "off"
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
# want: fail customer_key
resource "aws_dynamodb_table" "key_of_aws" {
  name         = "key_of_aws"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled = true
  }
  tags = { DataClass = "PHI" }

}

# want: pass kms
# want: fail customer_key
resource "aws_dynamodb_table" "alias_of_aws" {
  name         = "alias_of_aws"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/dynamodb"
  }
  tags = { DataClass = "PHI" }

}

# want: fail kms
# want: fail customer_key
resource "aws_dynamodb_table" "neither" {
  name         = "neither"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
  tags = { DataClass = "PHI" }

}

# want: fail kms
# want: fail customer_key
resource "aws_dynamodb_table" "key_without_effect" {
  name         = "key_without_effect"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = false
    kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
  tags = { DataClass = "PHI" }

}

