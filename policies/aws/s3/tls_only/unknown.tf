variable "policy" {
  type = string
}

variable "tags" {
  type = map(string)
}

resource "aws_s3_bucket" "given" {
  bucket = "clinic-given"
}

resource "aws_s3_bucket_policy" "given" {
  bucket = aws_s3_bucket.given.id
  policy = var.policy
}

# Whether it holds PHI decides whether this is enough.
resource "aws_s3_bucket" "tagged" {
  bucket = "clinic-tagged"
  tags   = var.tags
}

resource "aws_s3_bucket_policy" "tagged" {
  bucket = aws_s3_bucket.tagged.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.tagged.arn, "${aws_s3_bucket.tagged.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# The module is not on disk. It may attach a policy to the bucket that it is given.
resource "aws_s3_bucket" "handed" {
  bucket = "clinic-handed"
}

module "policy" {
  source = "git::https://git.example/policies.git?ref=v1.0.0"
  bucket = aws_s3_bucket.handed.id
}
