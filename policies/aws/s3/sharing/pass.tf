data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "records" {
  bucket = "records"
  tags   = { DataClass = "PHI" }
}

# All blocks are on unless it says otherwise.
# want: pass blocked
# want: not_applicable accounts
resource "aws_s3_access_point" "research" {
  bucket = aws_s3_bucket.records.id
  name   = "research"
}

# want: pass blocked
# want: not_applicable accounts
resource "aws_s3_access_point" "claims" {
  bucket = aws_s3_bucket.records.id
  name   = "claims"

  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }

  vpc_configuration {
    vpc_id = "vpc-0123456789abcdef0"
  }
}

# want: pass blocked
# want: not_applicable accounts
resource "aws_s3_access_point" "partly_written" {
  bucket = aws_s3_bucket.records.id
  name   = "partly-written"

  public_access_block_configuration {
    block_public_acls = true
  }
}

data "aws_iam_policy_document" "records" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.records.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/portal"]
    }
  }

  statement {
    actions   = ["s3:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:DataAccessPointAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_s3_bucket_policy" "records" {
  bucket = aws_s3_bucket.records.id
  policy = data.aws_iam_policy_document.records.json
}

# Other accounts may have what is no PHI.
# want: not_applicable
resource "aws_s3_bucket" "website" {
  bucket = "website"
}

resource "aws_s3_bucket_policy" "website" {
  bucket = aws_s3_bucket.website.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::111122223333:root", "444455556666"] }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::website/*"
    }]
  })
}
