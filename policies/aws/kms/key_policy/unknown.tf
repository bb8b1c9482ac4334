variable "organization" {
  type = string
}

variable "partners" {
  type = list(string)
}

# want: unknown wildcard
resource "aws_kms_key" "condition" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "kms:Decrypt"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = var.organization } }
    }]
  })
}

# want: unknown wildcard
resource "aws_kms_key" "partners" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.partners }
      Action    = "kms:Decrypt"
      Resource  = "*"
    }]
  })
}

# It may be the key's own account.
# want: pass wildcard
# want: unknown accounts
resource "aws_kms_key" "account" {
  enable_key_rotation = true
  tags                = { DataClass = "PHI" }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

# Whom the Deny spares has no value.
# want: unknown wildcard
resource "aws_kms_key" "denied" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "kms:Decrypt"
        Resource  = "*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "kms:*"
        Resource  = "*"
        Condition = { StringNotEquals = { "aws:PrincipalOrgID" = var.organization } }
      },
    ]
  })
}
