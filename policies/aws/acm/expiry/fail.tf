# want: not_applicable expiry
# want: fail key
# want: pass renewal
resource "aws_acm_certificate" "short" {
  domain_name       = "portal.example.org"
  validation_method = "DNS"
  key_algorithm     = "RSA_1024"
}

# want: not_applicable expiry
# want: pass key
# want: fail renewal
resource "aws_acm_certificate" "by_mail" {
  domain_name       = "portal.example.org"
  validation_method = "EMAIL"
}

# want: fail renewal
resource "aws_acm_certificate" "imported" {
  certificate_body = "-----BEGIN CERTIFICATE-----"
  private_key      = "only-an-example"
}

