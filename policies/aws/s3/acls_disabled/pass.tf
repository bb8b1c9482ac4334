resource "aws_s3_bucket" "records" {
  for_each = toset(["records", "scans"])
  bucket   = "clinic-${each.key}"
}

resource "aws_s3_bucket_ownership_controls" "records" {
  for_each = aws_s3_bucket.records
  bucket   = each.value.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# S3's own default.
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"
}

# Access logs of S3 need but the bucket's policy.
resource "aws_s3_bucket" "logs" {
  bucket = "clinic-logs"
}

resource "aws_s3_bucket_logging" "records" {
  for_each      = aws_s3_bucket.records
  bucket        = each.value.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = each.key
}

# Those of CloudFront need an ACL.
# want: not_applicable enforced
# want: not_applicable acl
resource "aws_s3_bucket" "site_logs" {
  for_each = toset(["a", "b"])
  bucket   = "clinic-site-logs-${each.key}"
}

resource "aws_s3_bucket_ownership_controls" "site_logs" {
  for_each = aws_s3_bucket.site_logs
  bucket   = each.value.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "site_logs" {
  for_each   = aws_s3_bucket.site_logs
  bucket     = each.value.id
  acl        = "log-delivery-write"
  depends_on = [aws_s3_bucket_ownership_controls.site_logs]
}

resource "aws_cloudfront_distribution" "site" {
  for_each = { a = aws_s3_bucket.site_logs["a"].bucket_domain_name, b = "clinic-site-logs-b.s3.amazonaws.com" }
  enabled  = true

  origin {
    domain_name = "portal.example.org"
    origin_id   = "portal"
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "portal"
    viewer_protocol_policy = "https-only"
  }

  logging_config {
    bucket = each.value
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

# Its distribution is in another stack.
# want: not_applicable enforced
resource "aws_s3_bucket" "edge_logs" {
  bucket = "clinic-edge-logs"
}

resource "aws_s3_bucket_ownership_controls" "edge_logs" {
  bucket = aws_s3_bucket.edge_logs.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "edge_logs" {
  bucket     = aws_s3_bucket.edge_logs.id
  depends_on = [aws_s3_bucket_ownership_controls.edge_logs]

  access_control_policy {
    owner {
      id = "8e3bd1a6fd2a4b1dbe3c6ff0f2f0f3b60a6d3a6e0d3c3b2f1e0d9c8b7a695847"
    }

    grant {
      permission = "FULL_CONTROL"

      grantee {
        type = "CanonicalUser"
        id   = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0"
      }
    }
  }
}
