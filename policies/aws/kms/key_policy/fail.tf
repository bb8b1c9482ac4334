# want: fail wildcard
resource "aws_kms_key" "wildcard" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

# Everybody but one.
# want: fail wildcard
resource "aws_kms_external_key" "exception" {
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:user/guest"},
        "Action": "kms:Decrypt",
        "Resource": "*"
      }
    }
  EOT
}

# The condition does not say who.
# want: fail wildcard
resource "aws_kms_replica_key" "condition" {
  primary_key_arn = "arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef"
}

resource "aws_kms_key_policy" "condition" {
  key_id = aws_kms_replica_key.condition.key_id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["*"] }
      Action    = "kms:CreateGrant"
      Resource  = "*"
      Condition = { Bool = { "kms:GrantIsForAWSResource" = true } }
    }]
  })
}

# Of two accounts, one at least is foreign.
# want: pass wildcard
# want: fail accounts
resource "aws_kms_key" "records" {
  enable_key_rotation = true
  tags                = { DataClass = "PHI" }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:role/partner"] }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

# The Deny is for requests without TLS.
# want: fail wildcard
resource "aws_kms_key" "left" {
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
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}
