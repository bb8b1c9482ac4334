provider "aws" {
  default_tags {
    tags = { Owner = "records", Created = "2024-07-23" }
  }
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records-2024"
  tags   = { DataClass = "PHI", Ticket = "OPS-48239" }
}

resource "aws_s3_bucket" "prefixed" {
  bucket_prefix = "clinic-scans-"
}

resource "aws_db_instance" "orders" {
  identifier = "orders"
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier = "charts"
}

resource "aws_dynamodb_table" "visits" {
  name = "visits"
}

resource "aws_ebs_volume" "scans" {
  availability_zone = "us-east-1a"
  tags              = { Name = "scans" }
}

resource "aws_efs_file_system" "charts" {
  creation_token = "charts"
}

resource "aws_secretsmanager_secret" "portal" {
  name        = "portal/database"
  description = "The portal's login"
}

resource "aws_secretsmanager_secret" "generated" {
  name_prefix = "portal/token-"
}

resource "aws_ssm_parameter" "endpoint" {
  name        = "/portal/endpoint"
  type        = "String"
  value       = "https://portal.example.org"
  description = "Where patients log in, since 2024-07-23"
}

resource "aws_security_group" "portal" {
  name        = "portal"
  description = "The portal's load balancer"
}
