variable "keys" {
  type = list(string)
}

variable "alias" {
  type = string
}

resource "aws_iam_policy" "keys" {
  name = "keys"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:Decrypt", Resource = var.keys }]
  })
}

# The condition may name a key.
resource "aws_iam_role_policy" "alias" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:Decrypt"
      Resource  = "*"
      Condition = { "ForAnyValue:StringEquals" = { "kms:ResourceAliases" = var.alias } }
    }]
  })
}
