resource "aws_s3_bucket" "canned" {
  bucket = "clinic-canned"
}

resource "aws_s3_bucket_acl" "canned" {
  bucket = aws_s3_bucket.canned.id
  acl    = "public-read"
}

# Any AWS account is as good as everybody.
resource "aws_s3_bucket" "authenticated" {
  bucket = "clinic-authenticated"
}

resource "aws_s3_bucket_acl" "authenticated" {
  bucket = "clinic-authenticated"
  acl    = "authenticated-read"
}

# The form from before version 4 of the provider.
resource "aws_s3_bucket" "inline" {
  bucket = "clinic-inline"
  acl    = "public-read-write"
}

resource "aws_s3_bucket" "granted" {
  bucket = "clinic-granted"
}

data "aws_canonical_user_id" "current" {}

resource "aws_s3_bucket_acl" "granted" {
  bucket = aws_s3_bucket.granted.id

  access_control_policy {
    owner {
      id = data.aws_canonical_user_id.current.id
    }

    dynamic "grant" {
      for_each = ["AllUsers"]
      content {
        permission = "READ"
        grantee {
          type = "Group"
          uri  = "http://acs.amazonaws.com/groups/global/${grant.value}"
        }
      }
    }
  }
}

resource "aws_s3_bucket" "encoded" {
  bucket = "clinic-encoded"
}

resource "aws_s3_bucket_policy" "encoded" {
  bucket = aws_s3_bucket.encoded.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject"]
      Resource  = ["${aws_s3_bucket.encoded.arn}/*"]
    }]
  })
}

resource "aws_s3_bucket" "document" {
  bucket_prefix = "clinic-document-"
}

data "aws_iam_policy_document" "document" {
  statement {
    actions   = ["s3:List*", "s3:Get*"]
    resources = [aws_s3_bucket.document.arn, "${aws_s3_bucket.document.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    # Whoever asks can send this header.
    condition {
      test     = "StringLike"
      variable = "aws:Referer"
      values   = ["https://clinic.example/*"]
    }
  }
}

resource "aws_s3_bucket_policy" "document" {
  bucket = aws_s3_bucket.document.id
  policy = data.aws_iam_policy_document.document.json
}

# The whole Internet is no network.
resource "aws_s3_bucket" "network" {
  bucket = "clinic-network"
}

resource "aws_s3_bucket_policy" "network" {
  bucket = aws_s3_bucket.network.id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": "*"},
        "Action": "s3:*",
        "Resource": "${aws_s3_bucket.network.arn}/*",
        "Condition": {"IpAddress": {"aws:SourceIp": ["0.0.0.0/0"]}}
      }]
    }
  EOT
}

# The block stops new grants, but leaves the ones there are.
resource "aws_s3_bucket" "half_blocked" {
  bucket = "clinic-half-blocked"
}

resource "aws_s3_bucket_acl" "half_blocked" {
  bucket = aws_s3_bucket.half_blocked.id
  acl    = "public-read"
}

resource "aws_s3_bucket_public_access_block" "half_blocked" {
  bucket              = aws_s3_bucket.half_blocked.id
  block_public_acls   = true
  block_public_policy = true
}

# The Deny leaves those who use TLS.
resource "aws_s3_bucket" "tls" {
  bucket = "clinic-tls"
}

resource "aws_s3_bucket_policy" "tls" {
  bucket = aws_s3_bucket.tls.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.tls.arn}/*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.tls.arn, "${aws_s3_bucket.tls.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

# The Deny is about other actions.
resource "aws_s3_bucket" "other_actions" {
  bucket = "clinic-other-actions"
}

resource "aws_s3_bucket_policy" "other_actions" {
  bucket = aws_s3_bucket.other_actions.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.other_actions.arn}/*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*Acl"
        Resource  = [aws_s3_bucket.other_actions.arn, "${aws_s3_bucket.other_actions.arn}/*"]
      },
    ]
  })
}
