variable "blocked" {
  type = bool
}

variable "partner" {
  type = string
}

# want: not_applicable accounts
# want: unknown blocked
resource "aws_s3_access_point" "blocked" {
  bucket = "records"
  name   = "blocked"

  public_access_block_configuration {
    restrict_public_buckets = var.blocked
  }
}

# want: unknown accounts
# want: not_applicable blocked
resource "aws_s3_bucket" "partner" {
  bucket = "partner"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_policy" "partner" {
  bucket = aws_s3_bucket.partner.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = var.partner }, Action = "s3:GetObject", Resource = "arn:aws:s3:::partner/*" }]
  })
}

# It may be the bucket's own account.
# want: unknown accounts
# want: not_applicable blocked
resource "aws_s3_bucket" "own" {
  bucket = "own"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_policy" "own" {
  bucket = aws_s3_bucket.own.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::own/*" }]
  })
}
