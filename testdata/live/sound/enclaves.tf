data "aws_caller_identity" "enclaves" {}

resource "aws_kms_key" "matching" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.enclaves.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "kms:Decrypt"
        Resource  = "*"
        Condition = { StringNotEqualsIgnoreCase = { "kms:RecipientAttestation:ImageSha384" = "9fedcba8abcdef7abcdef6abcdef5abcdef4abcdef3abcdef2abcdef1abcdef1abcdef0abcdef1abcdef2abcdef3abcd" } }
      },
    ]
  })
}
