variable "subject" {
  type = string
}

variable "bucket" {
  type = string
}

resource "aws_s3_bucket" "named" {
  bucket = var.bucket
}

resource "aws_db_instance" "tagged" {
  identifier = "research"
  tags       = { Subject = var.subject }
}

resource "aws_ssm_parameter" "described" {
  name        = "/portal/contact"
  type        = "SecureString"
  value       = "x"
  description = var.subject
}

resource "aws_security_group" "described" {
  name        = "visit"
  description = "Visit of ${var.subject}"
}
