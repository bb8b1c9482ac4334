# want: not_applicable expiry
# want: pass key
# want: pass renewal
resource "aws_acm_certificate" "portal" {
  domain_name       = "portal.example.org"
  validation_method = "DNS"
}

# want: not_applicable expiry
# want: pass key
# want: pass renewal
resource "aws_acm_certificate" "elliptic" {
  domain_name       = "portal.example.org"
  validation_method = "DNS"
  key_algorithm     = "EC_prime256v1"
}

# want: not_applicable expiry
# want: pass key
# want: pass renewal
resource "aws_acm_certificate" "private" {
  domain_name               = "portal.internal"
  certificate_authority_arn = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/12345678-1234-1234-1234-123456789012"
  key_algorithm             = "RSA_4096"
}

locals {
  names = ["api.example.org", "www.example.org"]
}

# want: not_applicable expiry
# want: pass key
# want: pass renewal
resource "aws_acm_certificate" "each" {
  for_each          = toset(local.names)
  domain_name       = each.key
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}
