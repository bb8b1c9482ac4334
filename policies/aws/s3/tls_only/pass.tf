# By jsonencode.
resource "aws_s3_bucket" "encoded" {
  bucket_prefix = "clinic-encoded-"
}

resource "aws_s3_bucket_policy" "encoded" {
  bucket = aws_s3_bucket.encoded.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "RefusePlainHTTP"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.encoded.arn, "${aws_s3_bucket.encoded.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = false } }
    }]
  })
}

# By heredoc, with the ARN built from the name and the partition.
data "aws_partition" "current" {}

resource "aws_s3_bucket" "heredoc" {
  bucket = "clinic-heredoc"
}

resource "aws_s3_bucket_policy" "heredoc" {
  bucket = aws_s3_bucket.heredoc.bucket
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": ["s3:*"],
        "Resource": [
          "arn:${data.aws_partition.current.partition}:s3:::${aws_s3_bucket.heredoc.id}",
          "arn:${data.aws_partition.current.partition}:s3:::${aws_s3_bucket.heredoc.id}/*"
        ],
        "Condition": {"Bool": {"aws:SecureTransport": ["false"]}}
      }
    }
  EOT
}

# Its ARN spelled out, one statement for the bucket and one for its objects.
resource "aws_s3_bucket" "literal" {
  bucket = "clinic-literal"
}

resource "aws_s3_bucket_policy" "literal" {
  bucket = "clinic-literal"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for arn in ["arn:aws:s3:::clinic-literal", "arn:aws:s3:::clinic-literal/*"] : {
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = arn
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# A policy document. PHI asks for a minimum version as well.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

data "aws_iam_policy_document" "records" {
  dynamic "statement" {
    for_each = {
      RefusePlainHTTP = { test = "Bool", variable = "aws:SecureTransport", value = "false" }
      RefuseOldTLS    = { test = "NumericLessThan", variable = "s3:TlsVersion", value = "1.2" }
    }
    content {
      sid       = statement.key
      effect    = "Deny"
      actions   = ["s3:*"]
      resources = [aws_s3_bucket.records.arn, "${aws_s3_bucket.records.arn}/*"]

      principals {
        type        = "*"
        identifiers = ["*"]
      }

      condition {
        test     = statement.value.test
        variable = statement.value.variable
        values   = [statement.value.value]
      }
    }
  }
}

resource "aws_s3_bucket_policy" "records" {
  bucket = aws_s3_bucket.records.id
  policy = data.aws_iam_policy_document.records.json
}

# A minimum version refuses requests without TLS as well.
resource "aws_s3_bucket" "version" {
  for_each = toset(["phi-scans", "phi-letters"])
  bucket   = "clinic-${each.key}"
}

resource "aws_s3_bucket_policy" "version" {
  for_each = aws_s3_bucket.version
  bucket   = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "s3:*"
      Resource  = "*"
      Condition = { NumericLessThan = { "s3:TlsVersion" = 1.2 } }
    }]
  })
}

# The form from before version 4 of the provider.
resource "aws_s3_bucket" "inline" {
  bucket = "clinic-inline"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Deny",
        "Principal": "*",
        "Action": "*",
        "Resource": ["arn:aws:s3:::clinic-inline", "arn:aws:s3:::clinic-inline/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}
      }]
    }
  EOT
}
