data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# KMS gives a key without a policy one that delegates to the account.
resource "aws_kms_key" "default" {
  enable_key_rotation = true
}

resource "aws_kms_key" "records" {
  enable_key_rotation = true
  tags                = { DataClass = "PHI" }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Account"
        Effect    = "Allow"
        Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Database"
        Effect    = "Allow"
        Principal = { AWS = [aws_iam_role.records.arn] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_iam_role" "records" {
  name               = "records"
  assume_role_policy = "{}"
}

# The wildcard is confined to this account, by way of one service.
data "aws_iam_policy_document" "confined" {
  statement {
    actions   = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "kms:CallerAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["rds.us-east-1.amazonaws.com"]
    }
  }
}

resource "aws_kms_key" "confined" {
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.confined.json
}

# A policy that stands by itself, for a key with imported material.
resource "aws_kms_external_key" "imported" {
  description = "imported"
}

resource "aws_kms_key_policy" "imported" {
  key_id = aws_kms_external_key.imported.id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {"AWS": "*"},
          "Action": "kms:Decrypt",
          "Resource": "*",
          "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
        },
        {
          "Effect": "Deny",
          "Principal": "*",
          "Action": "kms:ScheduleKeyDeletion",
          "Resource": "*"
        }
      ]
    }
  EOT
}

# Shared with two accounts, but not for PHI.
resource "aws_kms_replica_key" "images" {
  primary_key_arn = "arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["111122223333", "arn:aws:iam::444455556666:root"] }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

# What the Allow gives to everybody, the Deny leaves to one account.
resource "aws_kms_key" "taken_back" {
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
        Condition = { StringNotEquals = { "kms:CallerAccount" = data.aws_caller_identity.current.account_id } }
      },
    ]
  })
}
