data "aws_caller_identity" "current" {}

variable "role" {
  type    = string
  default = "arn:aws:iam::111122223333:role/enclave"
}

# The image is asked for, but the account may allow anything to decrypt.
resource "aws_kms_key" "another_way" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = var.role }
        Action    = "kms:Decrypt"
        Resource  = "*"
        Condition = { StringEquals = { "kms:RecipientAttestation:PCR0" = "9fedcba8abcdef7abcdef6abcdef5abcdef4abcdef3abcdef2abcdef1abcdef1abcdef0abcdef1abcdef2abcdef3abcd" } }
      },
    ]
  })
}

# An enclave in debug mode has this digest.
resource "aws_kms_replica_key" "debug" {
  primary_key_arn = "arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.role }
      Action    = "kms:Decrypt"
      Resource  = "*"
      Condition = { StringEqualsIgnoreCase = { "kms:RecipientAttestation:ImageSha384" = join("", [for i in range(96) : "0"]) } }
    }]
  })
}

# Any image that the role runs.
resource "aws_kms_key" "role_only" {
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "role_only" {
  key_id = aws_kms_key.role_only.id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::111122223333:role/enclave"},
        "Action": ["kms:Dec*"],
        "Resource": "*",
        "Condition": {"StringEquals": {"kms:RecipientAttestation:PCR3": "1fedcba8abcdef7abcdef6abcdef5abcdef4abcdef3abcdef2abcdef1abcdef1abcdef0abcdef1abcdef2abcdef3abcd"}}
      }]
    }
  EOT
}

# The tag says that it is an enclave's, and the default policy asks nothing.
resource "aws_kms_external_key" "tagged" {
  description = "imported"
  tags        = { Enclave = "true" }
}
