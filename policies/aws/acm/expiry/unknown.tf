variable "method" {
  type = string
}

variable "body" {
  type = string
}

variable "algorithm" {
  type = string
}

# want: not_applicable expiry
# want: unknown key
# want: unknown renewal
resource "aws_acm_certificate" "by_variable" {
  domain_name       = "portal.example.org"
  validation_method = var.method
  key_algorithm     = var.algorithm
}

# want: not_applicable expiry
# want: unknown key
# want: unknown renewal
resource "aws_acm_certificate" "perhaps_imported" {
  certificate_body = var.body
  private_key      = "only-an-example"
}

# want: unknown key
# want: fail renewal
resource "aws_acm_certificate" "imported" {
  certificate_body = "-----BEGIN CERTIFICATE-----"
  private_key      = "only-an-example"
}

