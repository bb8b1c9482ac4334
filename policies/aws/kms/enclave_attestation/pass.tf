data "aws_caller_identity" "current" {}

resource "aws_iam_role" "enclave" {
  name               = "enclave"
  assume_role_policy = "{}"
}

locals {
  image = "9fedcba8abcdef7abcdef6abcdef5abcdef4abcdef3abcdef2abcdef1abcdef1abcdef0abcdef1abcdef2abcdef3abcd"
}

# The account administers the key, and only the attested image decrypts with it.
resource "aws_kms_key" "matching" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        NotAction = "kms:Decrypt"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = aws_iam_role.enclave.arn }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = { StringEqualsIgnoreCase = { "kms:RecipientAttestation:ImageSha384" = local.image } }
      },
    ]
  })
}

# The Deny takes decryption back from everything else, whoever is allowed it.
data "aws_iam_policy_document" "guarded" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringNotEqualsIgnoreCase"
      variable = "kms:RecipientAttestation:PCR8"
      values   = [local.image]
    }
  }
}

resource "aws_kms_external_key" "guarded" {
  description = "imported"
}

resource "aws_kms_key_policy" "guarded" {
  key_id = aws_kms_external_key.guarded.id
  policy = data.aws_iam_policy_document.guarded.json
}

# The tag says whose key it is; nobody may decrypt with it yet.
resource "aws_kms_key" "prepared" {
  enable_key_rotation = true
  tags                = { Enclave = "matching" }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
      NotAction = ["kms:Decrypt", "kms:ReEncrypt*", "kms:CreateGrant"]
      Resource  = "*"
    }]
  })
}

resource "aws_kms_replica_key" "prepared" {
  primary_key_arn = "arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef"
  tags            = { enclave = "true" }
  policy          = aws_kms_key.prepared.policy
}

# Not an enclave's.
resource "aws_kms_key" "files" {
  enable_key_rotation = true
}
