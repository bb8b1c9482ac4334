variable "image" {
  type = string
}

variable "purpose" {
  type = string
}

resource "aws_kms_key" "image" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/enclave" }
      Action    = "kms:Decrypt"
      Resource  = "*"
      Condition = { StringEquals = { "kms:RecipientAttestation:PCR0" = var.image } }
    }]
  })
}

# The build stores the digest: what it is, only apply tells.
resource "aws_ssm_parameter" "image" {
  name = "/enclave/pcr0"
  type = "String"
}

resource "aws_kms_key" "stored" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/enclave" }
      Action    = "kms:Decrypt"
      Resource  = "*"
      Condition = { StringEquals = { "kms:RecipientAttestation:PCR0" = aws_ssm_parameter.image.version } }
    }]
  })
}

resource "aws_kms_external_key" "purpose" {
  description = "imported"
  tags        = { Enclave = var.purpose }
}

data "aws_iam_policy_document" "elsewhere" {
  source_policy_documents = [var.purpose]
}

resource "aws_kms_replica_key" "elsewhere" {
  primary_key_arn = "arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef"
  policy          = data.aws_iam_policy_document.elsewhere.json
}
