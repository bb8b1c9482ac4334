# No policy at all.
resource "aws_s3_bucket" "without" {
  bucket = "clinic-without"
}

# Only the objects.
resource "aws_s3_bucket" "objects" {
  bucket = "clinic-objects"
}

resource "aws_s3_bucket_policy" "objects" {
  bucket = aws_s3_bucket.objects.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "${aws_s3_bucket.objects.arn}/*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# Another bucket's objects.
resource "aws_s3_bucket" "copied" {
  bucket = "clinic-copied"
}

resource "aws_s3_bucket_policy" "copied" {
  bucket = aws_s3_bucket.copied.id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": ["arn:aws:s3:::clinic-copy", "arn:aws:s3:::clinic-copy/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}
      }]
    }
  EOT
}

# Two conditions in one statement: both must hold.
resource "aws_s3_bucket" "both" {
  bucket = "clinic-both"
}

resource "aws_s3_bucket_policy" "both" {
  bucket = aws_s3_bucket.both.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.both.arn, "${aws_s3_bucket.both.arn}/*"]
      Condition = {
        Bool            = { "aws:SecureTransport" = "false" }
        NumericLessThan = { "s3:TlsVersion" = "1.2" }
      }
    }]
  })
}

# An Allow for TLS refuses nobody.
resource "aws_s3_bucket" "allowed" {
  bucket = "clinic-allowed"
}

resource "aws_s3_bucket_policy" "allowed" {
  bucket = aws_s3_bucket.allowed.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.allowed.arn, "${aws_s3_bucket.allowed.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}

# PHI without a minimum version.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_policy" "records" {
  bucket = aws_s3_bucket.records.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.records.arn, "${aws_s3_bucket.records.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# A version that is too low.
resource "aws_s3_bucket" "version" {
  bucket = "clinic-version"
}

resource "aws_s3_bucket_policy" "version" {
  bucket = aws_s3_bucket.version.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.version.arn, "${aws_s3_bucket.version.arn}/*"]
      Condition = { NumericLessThan = { "s3:TlsVersion" = "1.1" } }
    }]
  })
}
