# Nobody's numbers, put together here so that nothing in this file looks like one.
locals {
  number = join("-", ["536", "22", "1874"])
  record = join("", ["48", "239", "91"])
  birth  = join("-", ["1961", "07", "23"])
}

resource "aws_s3_bucket" "named" {
  bucket = "export-mrn-${local.record}"
}

resource "aws_s3_bucket" "prefixed" {
  bucket_prefix = "mrn-${local.record}-"
}

resource "aws_db_instance" "tagged" {
  identifier = "research"
  tags       = { Subject = local.number }
}

resource "aws_db_instance" "named" {
  identifier = "mrn-${local.record}"
}

resource "aws_rds_cluster" "named" {
  cluster_identifier = "mrn-${local.record}"
}

resource "aws_dynamodb_table" "named" {
  name = "mrn_${local.record}"
}

resource "aws_ebs_volume" "tagged" {
  availability_zone = "us-east-1a"
  tags              = { MRN = local.record }
}

resource "aws_efs_file_system" "named" {
  creation_token = "ssn-${local.number}"
}

resource "aws_secretsmanager_secret" "described" {
  name        = "portal/login"
  description = "J. Roe, born ${local.birth}"
}

resource "aws_secretsmanager_secret" "named" {
  name_prefix = "mrn-${local.record}-"
}

resource "aws_ssm_parameter" "described" {
  name        = "/portal/contact"
  type        = "SecureString"
  value       = "x"
  description = "DOB: ${local.birth}"
}

resource "aws_security_group" "described" {
  name        = "visit"
  description = "Remote visit of MRN ${local.record}"
}

# The tag alone.
locals {
  subject = { Subject = "SSN ${local.number}" }
}

resource "aws_s3_bucket" "tagged" {
  bucket = "exports"
  tags   = local.subject
}

resource "aws_rds_cluster" "tagged" {
  cluster_identifier = "research"
  tags               = local.subject
}

resource "aws_dynamodb_table" "tagged" {
  name = "research"
  tags = local.subject
}

resource "aws_efs_file_system" "tagged" {
  creation_token = "research"
  tags           = local.subject
}

resource "aws_secretsmanager_secret" "tagged" {
  name = "research"
  tags = local.subject
}

resource "aws_secretsmanager_secret" "called" {
  name = "mrn-${local.record}"
}

resource "aws_ssm_parameter" "tagged" {
  name  = "/research"
  type  = "SecureString"
  value = "x"
  tags  = local.subject
}

resource "aws_ssm_parameter" "called" {
  name  = "/mrn/${local.record}"
  type  = "SecureString"
  value = "x"
}

resource "aws_security_group" "tagged" {
  name = "research"
  tags = local.subject
}

resource "aws_security_group" "called" {
  name = "mrn-${local.record}"
}
