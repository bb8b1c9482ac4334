terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { ManagedBy = "terraform" }
  }
}

variable "stores" {
  type = map(object({
    phi       = optional(bool, false)
    retention = optional(number, 7)
  }))
  default = {
    documents = { phi = true, retention = 35 }
    logs      = {}
  }
}

resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

module "store" {
  source   = "./store"
  for_each = var.stores

  name      = each.key
  phi       = each.value.phi
  retention = each.value.retention
  key       = aws_kms_key.main.arn
}

resource "aws_s3_bucket_public_access_block" "store" {
  for_each = module.store

  bucket                  = each.value.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = each.key == "documents"
}
